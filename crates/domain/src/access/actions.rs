//! What can be done, and who may do it: the matrix that `tests/access-matrix.txt` prints.

use strum::{EnumIter, IntoStaticStr};

use super::Who;

/// One for each operation that needs a decision, named like the operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumIter)]
#[expect(missing_docs, reason = "each is described by its operation in the API document")]
pub enum Action {
    #[strum(serialize = "organizations.read")]
    OrganizationsRead,
    #[strum(serialize = "organizations.configure")]
    OrganizationsConfigure,
    #[strum(serialize = "units.read")]
    UnitsRead,
    #[strum(serialize = "units.add")]
    UnitsAdd,
    #[strum(serialize = "units.change")]
    UnitsChange,
    #[strum(serialize = "units.remove")]
    UnitsRemove,
    #[strum(serialize = "persons.list")]
    PersonsList,
    #[strum(serialize = "persons.read")]
    PersonsRead,
    #[strum(serialize = "persons.change")]
    PersonsChange,
    #[strum(serialize = "persons.consent")]
    PersonsConsent,
    #[strum(serialize = "affiliations.list")]
    AffiliationsList,
    #[strum(serialize = "affiliations.invite")]
    AffiliationsInvite,
    #[strum(serialize = "affiliations.decide")]
    AffiliationsDecide,
    #[strum(serialize = "affiliations.end")]
    AffiliationsEnd,
    #[strum(serialize = "networks.read")]
    NetworksRead,
    #[strum(serialize = "networks.enter")]
    NetworksEnter,
    #[strum(serialize = "networks.describe")]
    NetworksDescribe,
    #[strum(serialize = "networks.start")]
    NetworksStart,
    #[strum(serialize = "networks.activate")]
    NetworksActivate,
    #[strum(serialize = "networks.revive")]
    NetworksRevive,
    #[strum(serialize = "networks.end")]
    NetworksEnd,
    #[strum(serialize = "networks.oversee")]
    NetworksOversee,
    #[strum(serialize = "working-groups.read")]
    WorkingGroupsRead,
    #[strum(serialize = "working-groups.found")]
    WorkingGroupsFound,
    #[strum(serialize = "working-groups.change")]
    WorkingGroupsChange,
    #[strum(serialize = "working-groups.close")]
    WorkingGroupsClose,
    #[strum(serialize = "working-groups.add-member")]
    WorkingGroupsAddMember,
    #[strum(serialize = "working-groups.remove-member")]
    WorkingGroupsRemoveMember,
    #[strum(serialize = "memberships.join")]
    MembershipsJoin,
    #[strum(serialize = "memberships.list")]
    MembershipsList,
    #[strum(serialize = "memberships.read")]
    MembershipsRead,
    #[strum(serialize = "memberships.decide")]
    MembershipsDecide,
    #[strum(serialize = "memberships.leave")]
    MembershipsLeave,
    #[strum(serialize = "memberships.remove")]
    MembershipsRemove,
    #[strum(serialize = "positions.read")]
    PositionsRead,
    #[strum(serialize = "positions.open")]
    PositionsOpen,
    #[strum(serialize = "positions.change")]
    PositionsChange,
    #[strum(serialize = "positions.close")]
    PositionsClose,
    #[strum(serialize = "positions.appoint")]
    PositionsAppoint,
    #[strum(serialize = "positions.end-appointment")]
    PositionsEndAppointment,
    #[strum(serialize = "positions.staff")]
    PositionsStaff,
    #[strum(serialize = "founding-plans.list")]
    FoundingPlansList,
    #[strum(serialize = "founding-plans.oversee")]
    FoundingPlansOversee,
    #[strum(serialize = "founding-plans.draft")]
    FoundingPlansDraft,
    #[strum(serialize = "founding-plans.read")]
    FoundingPlansRead,
    #[strum(serialize = "founding-plans.write")]
    FoundingPlansWrite,
    #[strum(serialize = "founding-plans.name-member")]
    FoundingPlansNameMember,
    #[strum(serialize = "founding-plans.remove-member")]
    FoundingPlansRemoveMember,
    #[strum(serialize = "founding-plans.confirm")]
    FoundingPlansConfirm,
    #[strum(serialize = "founding-plans.submit")]
    FoundingPlansSubmit,
    #[strum(serialize = "founding-plans.withdraw")]
    FoundingPlansWithdraw,
    #[strum(serialize = "founding-plans.review")]
    FoundingPlansReview,
    #[strum(serialize = "founding-plans.comment")]
    FoundingPlansComment,
    #[strum(serialize = "founding-plans.return")]
    FoundingPlansReturn,
    #[strum(serialize = "founding-plans.advise")]
    FoundingPlansAdvise,
    #[strum(serialize = "founding-plans.decide")]
    FoundingPlansDecide,
    #[strum(serialize = "evaluations.read")]
    EvaluationsRead,
    #[strum(serialize = "evaluations.open")]
    EvaluationsOpen,
    #[strum(serialize = "evaluations.view-as-core-group")]
    EvaluationsViewAsCoreGroup,
    #[strum(serialize = "evaluations.view-as-office")]
    EvaluationsViewAsOffice,
    #[strum(serialize = "evaluations.decide")]
    EvaluationsDecide,
    #[strum(serialize = "meetings.read")]
    MeetingsRead,
    #[strum(serialize = "meetings.schedule")]
    MeetingsSchedule,
    #[strum(serialize = "meetings.change")]
    MeetingsChange,
    #[strum(serialize = "meetings.publish")]
    MeetingsPublish,
    #[strum(serialize = "meetings.cancel")]
    MeetingsCancel,
    #[strum(serialize = "meetings.hold")]
    MeetingsHold,
    #[strum(serialize = "registrations.register")]
    RegistrationsRegister,
    #[strum(serialize = "registrations.register-guest")]
    RegistrationsRegisterGuest,
    #[strum(serialize = "registrations.read")]
    RegistrationsRead,
    #[strum(serialize = "registrations.cancel")]
    RegistrationsCancel,
    #[strum(serialize = "registrations.list")]
    RegistrationsList,
    #[strum(serialize = "registrations.check-in")]
    RegistrationsCheckIn,
}

impl Action {
    /// The stable name, as in `actions` of a view and in the audit trail: `meetings.schedule`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// Who may do this, as far as the place decides; states and deadlines are rules of the capability itself.
#[must_use]
pub const fn allowed_to(action: Action) -> &'static [Who] {
    use Action as A;
    use Who::{Administrator, Affiliated, Ambassador, Anyone, Board, CoreGroup, Member, Office, Participant};
    match action {
        A::OrganizationsRead
        | A::UnitsRead
        | A::NetworksRead
        | A::WorkingGroupsRead
        | A::PositionsRead
        | A::MeetingsRead
        | A::RegistrationsRegisterGuest => &[Anyone],
        A::OrganizationsConfigure => &[Administrator, Office],
        A::UnitsAdd | A::UnitsChange | A::UnitsRemove | A::PositionsStaff => &[Administrator],
        A::PersonsList | A::AffiliationsList | A::AffiliationsInvite | A::AffiliationsDecide => &[Office, Administrator],
        A::PersonsRead | A::PersonsChange | A::AffiliationsEnd => &[Participant, Office],
        A::PersonsConsent
        | A::MembershipsLeave
        | A::FoundingPlansConfirm
        | A::FoundingPlansWrite
        | A::FoundingPlansNameMember
        | A::FoundingPlansRemoveMember
        | A::FoundingPlansSubmit
        | A::FoundingPlansWithdraw => &[Participant],
        A::NetworksEnter
        | A::NetworksStart
        | A::EvaluationsOpen
        | A::EvaluationsViewAsOffice
        | A::FoundingPlansReview
        | A::FoundingPlansReturn
        | A::FoundingPlansAdvise => &[Office],
        A::NetworksDescribe => &[CoreGroup, Office],
        A::NetworksOversee | A::NetworksActivate | A::NetworksRevive | A::FoundingPlansOversee | A::FoundingPlansComment => {
            &[Office, Board]
        }
        A::NetworksEnd | A::EvaluationsDecide | A::FoundingPlansDecide => &[Board],
        A::WorkingGroupsFound
        | A::WorkingGroupsChange
        | A::WorkingGroupsClose
        | A::WorkingGroupsAddMember
        | A::WorkingGroupsRemoveMember
        | A::MembershipsDecide
        | A::MembershipsRemove
        | A::EvaluationsViewAsCoreGroup
        | A::MembershipsList => &[CoreGroup],
        A::MembershipsJoin | A::RegistrationsRegister => &[Affiliated],
        A::PositionsOpen | A::PositionsChange | A::PositionsClose | A::PositionsAppoint | A::PositionsEndAppointment => {
            &[CoreGroup, Office]
        }
        A::FoundingPlansList => &[Affiliated, Office, Board],
        A::FoundingPlansDraft => &[Member],
        A::FoundingPlansRead => &[Participant, Office, Board],
        A::EvaluationsRead => &[CoreGroup, Office, Board],
        A::MeetingsSchedule | A::MeetingsChange | A::MeetingsPublish | A::MeetingsCancel | A::MeetingsHold => {
            &[CoreGroup, Ambassador, Office]
        }
        A::MembershipsRead | A::RegistrationsRead => &[Participant, CoreGroup],
        A::RegistrationsCancel => &[Participant, CoreGroup, Ambassador],
        A::RegistrationsList | A::RegistrationsCheckIn => &[CoreGroup, Ambassador],
    }
}
