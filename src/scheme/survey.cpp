#include "scheme/survey.hpp"

namespace wt {

namespace {

std::vector<Message> safety_scale()
{
    return {N_("Very safe"), N_("Fairly safe"), N_("A bit unsafe"), N_("Very unsafe")};
}

std::vector<Message> agreement_scale()
{
    return {
        N_("Strongly agree"),
        N_("Tend to agree"),
        N_("Neither agree nor disagree"),
        N_("Tend to disagree"),
        N_("Strongly disagree")};
}

std::vector<Message> job_scale()
{
    return {N_("Excellent"), N_("Good"), N_("Fair"), N_("Poor"), N_("Very poor")};
}

Message agree_lead()
{
    return N_("To what extent do you agree that the police in your area:");
}

std::vector<SurveyQuestion> of_women()
{
    return {
        {kSafetyQuestion,
         std::nullopt,
         N_("How safe do you feel walking alone in this area after dark?"),
         safety_scale()},
        {"listen", agree_lead(), N_("listen to the concerns of local people"), agreement_scale()},
        {"fair",
         agree_lead(),
         N_("treat everyone fairly regardless of who they are"),
         agreement_scale()},
        {"relied_on",
         agree_lead(),
         N_("can be relied on to be there when you need them"),
         agreement_scale()},
        {"dealing",
         agree_lead(),
         N_("are dealing with the things that matter to people in this community"),
         agreement_scale()},
        {"good_job",
         std::nullopt,
         N_("Taking everything into account, how good a job do you think the police in your area "
            "are doing?"),
         job_scale()},
        {"trust",
         std::nullopt,
         N_("The police force is an organisation that I can trust"),
         agreement_scale()}};
}

std::vector<SurveyQuestion> of_officers()
{
    return {
        {"learned",
         std::nullopt,
         N_("On this walk I learned something about the area that I did not know"),
         agreement_scale()},
        {"conversation",
         std::nullopt,
         N_("There was time for a proper conversation"),
         agreement_scale()},
        {"act_on",
         std::nullopt,
         N_("I know what will be done about what was said"),
         agreement_scale()}};
}

} // namespace

std::vector<SurveyQuestion> const& questions_of(SurveyKind kind)
{
    static auto const women = of_women();
    static auto const officers = of_officers();
    return kind == SurveyKind::officer ? officers : women;
}

Message good_title(SurveyQuestion const& question)
{
    if (question.code == kSafetyQuestion) {
        return N_("very or fairly safe");
    }
    return question.code == "good_job" ? N_("excellent or good") : N_("agree");
}

} // namespace wt
