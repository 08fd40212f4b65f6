#include "app/demo_told.hpp"

#include "app/complaints.hpp"
#include "app/disclosures.hpp"
#include "store/staff.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace wt::app {

namespace {

Person staff_named(App const& app, std::string_view name, Role role)
{
    store::Reading reading{app.db};
    auto const staff = store::find_staff_by_name(reading, name);
    if (!staff) {
        throw std::runtime_error{"the demonstration lacks a member of staff"};
    }
    return {.role = role, .id = staff->id.value};
}

} // namespace

void tell_demo_disclosure(App& app, DemoWalk const& walk)
{
    record_disclosure(
        app,
        walk.officer,
        {.client_id = fmt::format("demonstration-{}", walk.id.value),
         .walk = walk.id,
         .spoken_at = app.now()});
}

void tend_demo_disclosures(App& app)
{
    auto const sam = staff_named(app, "safeguarding", Role::safeguarding);
    int number = 4600;
    for (auto const& disclosure : list_disclosures(app, sam)) {
        ++number;
        if (disclosure.state == DisclosureState::unread) {
            take_on_disclosure(app, sam, disclosure.id, disclosure.version);
            record_crime(
                app, sam, disclosure.id, disclosure.version + 1, fmt::format("{}/26", number));
        }
    }
}

void add_demo_complaints(App& app)
{
    complain(
        app,
        kVisitor,
        {.client_id = "demonstration-watchdog",
         .recipient = ComplaintRecipient::watchdog,
         .facts =
             {.matters = {ComplaintMatter::doubtful},
              .words = "Somebody at the meeting point did not know the two words.",
              .about = "At the station, last Friday evening"}},
        nullptr);
    complain(
        app,
        kVisitor,
        {.client_id = "demonstration-standards",
         .recipient = ComplaintRecipient::standards,
         .facts =
             {.matters = {ComplaintMatter::disrespect, ComplaintMatter::failed},
              .words = "She said I should not be out so late.",
              .about = {}}},
        nullptr);
    auto const standards = staff_named(app, "standards", Role::standards);
    auto const complaints = list_complaints(app, standards);
    answer_complaint(
        app,
        standards,
        complaints.at(0).id,
        1,
        {.state = ComplaintState::looking,
         .sentence = "We speak with both officers this week and write to you here."});
}

} // namespace wt::app
