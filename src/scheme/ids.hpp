#pragma once

#include "base/id.hpp"

namespace wt {

using BcuId = Id<struct BcuTag>;
using WardId = Id<struct WardTag>;
using StaffId = Id<struct StaffTag>;
using OfficerId = Id<struct OfficerTag>;
using ShiftId = Id<struct ShiftTag>;
using ParticipantId = Id<struct ParticipantTag>;
using RequestId = Id<struct RequestTag>;
using WalkId = Id<struct WalkTag>;
using ConcernId = Id<struct ConcernTag>;
using AnswerId = Id<struct AnswerTag>;
using TemplateId = Id<struct TemplateTag>;
using DisclosureId = Id<struct DisclosureTag>;
using ComplaintId = Id<struct ComplaintTag>;
using PartnerId = Id<struct PartnerTag>;
using ReferralId = Id<struct ReferralTag>;
using SubscriptionId = Id<struct SubscriptionTag>;
using SurveyId = Id<struct SurveyTag>;
using HotspotId = Id<struct HotspotTag>;
using EvaluationId = Id<struct EvaluationTag>;

} // namespace wt
