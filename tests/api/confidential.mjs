// What few may read: disclosures, complaints, and what a woman changes of her own, by the API.
export const confidential = {};
