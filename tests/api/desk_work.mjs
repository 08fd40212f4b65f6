// What a desk does with concerns, walks, officers and referrals, by the API.
export const deskWork = {};
