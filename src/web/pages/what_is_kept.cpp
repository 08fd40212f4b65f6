#include "web/pages/what_is_kept.hpp"

#include "app/backup.hpp"
#include "web/components/content.hpp"

namespace wt::web {

Html what_is_kept(Site const& site, Texts const& t)
{
    auto const settings = site.app.settings();
    return bullets(
        {escaped(t("A name (any name), one way to reach you if you gave one, your places and "
                   "times, what you need, and your words: encrypted, with a key that is yours "
                   "alone. No home address, no date of birth, no photographs, no proof of "
                   "anything.")),
         escaped(
             t.n("Your usual way, the planned route and the safe place you chose are erased {1} "
                 "day after the walk. Where you went is not kept at all.",
                 "Your usual way, the planned route and the safe place you chose are erased {1} "
                 "days after the walk. Where you went is not kept at all.",
                 settings->route_days)),
         escaped(
             t.n("Messages to you are erased after {1} day.",
                 "Messages to you are erased after {1} days.",
                 settings->message_days)),
         escaped(
             t.n("All of it is erased {1} day after your last walk or request, or at once when "
                 "you say so on your page.",
                 "All of it is erased {1} days after your last walk or request, or at once when "
                 "you say so on your page.",
                 settings->participant_days)),
         escaped(
             t.n("To erase means that your key is destroyed. A backup of the keys lives {1} day; "
                 "after that nobody can read you in any backup.",
                 "To erase means that your key is destroyed. A backup of the keys lives {1} days; "
                 "after that nobody can read you in any backup.",
                 app::kBackupKeysLast.count())),
         escaped(t("If you want news of an area by mail: your address, encrypted, and the area. "
                   "Nothing ties it to a walk or to what you told us. All of it is erased when you "
                   "stop, or in two days if you never say yes."))});
}

Html who_sees_it(Texts const& t)
{
    return bullets(
        {escaped(t("The two officers who walk with you see your name, the meeting point and the "
                   "places you chose, what you need, and the words you wrote for them.")),
         escaped(t("The desk that plans the walks sees that someone waits, in which ward, since "
                   "when and with how many. It can open your name, your contact and what you need "
                   "only if it says why.")),
         escaped(t("The desk that answers what you point out can open the words you said about "
                   "that place, again only if it says why.")),
         escaped(t("Every look that staff take at any of this is recorded: who, when and why."))});
}

} // namespace wt::web
