//! Everything that stands in a plan, in one statement.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use uuid::Uuid;
use vliegwiel_domain::access::Standing;
use vliegwiel_domain::founding_plans::{PlanComment, PlanMember, PlanSection, PlanStep};
use vliegwiel_domain::ids::{FoundingPlanId, OrganizationId, PersonId};
use vliegwiel_domain::text::EmailAddress;

use crate::error::{Error, Result};
use crate::mapping::{code, count, optional_count};

/// A section with the name of who wrote it last.
#[derive(Debug, Clone)]
pub struct SectionEntry {
    /// The section.
    pub section: PlanSection,
    /// Name of who wrote it last.
    pub changed_by: String,
}

/// A member with the name of the person, if anyone has the address.
#[derive(Debug, Clone)]
pub struct MemberEntry {
    /// The member.
    pub member: PlanMember,
    /// Name of the person; not for everyone to see.
    pub name: Option<String>,
}

/// A comment with the name of who made it.
#[derive(Debug, Clone)]
pub struct CommentEntry {
    /// The comment.
    pub comment: PlanComment,
    /// Name of who made it.
    pub written_by: String,
}

/// A step with the name of who took it.
#[derive(Debug, Clone)]
pub struct StepEntry {
    /// The step.
    pub step: PlanStep,
    /// Name of who took it.
    pub taken_by: String,
}

/// Everything that stands in a plan besides the plan itself.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    /// Slug of the organisation.
    pub organization_slug: String,
    /// Name of the organisation.
    pub organization_name: String,
    /// Smallest core group of the organisation.
    pub core_group_min: u32,
    /// Name of who began the plan.
    pub drafted_by: String,
    /// Slug of the network that came of it.
    pub network_slug: Option<String>,
    /// The sections, in the order of the plan.
    pub sections: Vec<SectionEntry>,
    /// Everyone named, in the order of naming.
    pub members: Vec<MemberEntry>,
    /// Everyone who ever had a hand in the plan.
    pub hands: Vec<PersonId>,
    /// All comments, the oldest first.
    pub comments: Vec<CommentEntry>,
    /// All steps, the oldest first.
    pub steps: Vec<StepEntry>,
}

/// One part of a plan; the parts come as rows of one answer.
#[derive(Debug, FromQueryResult)]
struct Piece {
    part: String,
    id: Uuid,
    code: String,
    person_id: Option<Uuid>,
    person_name: Option<String>,
    text: String,
    email: String,
    state: String,
    number: i32,
    revision: Option<i32>,
    at: DateTime<Utc>,
    answered_at: Option<DateTime<Utc>>,
    affiliation: Option<String>,
}

const PARTS: &str = "
SELECT 'drafter' AS part, f.id AS id, o.slug AS code, d.id AS person_id, d.name AS person_name, o.name AS text, '' AS email,
    COALESCE(n.slug, '') AS state, o.core_group_min AS number, CAST(NULL AS integer) AS revision, f.created_at AS at, CAST(NULL AS timestamptz) AS answered_at,
    CAST(NULL AS text) AS affiliation
FROM founding_plans f
JOIN organizations o ON o.id = f.organization_id
JOIN persons d ON d.organization_id = f.organization_id AND d.id = f.drafted_by
LEFT JOIN networks n ON n.organization_id = f.organization_id AND n.id = f.network_id
WHERE f.organization_id = $1 AND f.id = $2
UNION ALL
SELECT 'section', s.founding_plan_id, s.section, s.changed_by, p.name, s.text, '', '', s.version, NULL, s.changed_at, NULL, NULL
FROM founding_plan_sections s
JOIN persons p ON p.organization_id = s.organization_id AND p.id = s.changed_by
WHERE s.organization_id = $1 AND s.founding_plan_id = $2
UNION ALL
SELECT 'member', m.id, m.kind, p.id, p.name, m.title, m.email, m.state, m.version, m.confirmed_revision, m.created_at, m.answered_at,
    a.kind
FROM founding_plan_members m
LEFT JOIN persons p ON p.organization_id = m.organization_id
    AND (p.id = m.person_id OR (m.person_id IS NULL AND p.email = m.email))
LEFT JOIN affiliations a ON a.organization_id = p.organization_id AND a.person_id = p.id AND a.state = 'active'
WHERE m.organization_id = $1 AND m.founding_plan_id = $2
UNION ALL
SELECT 'comment', c.id, c.section, c.written_by, p.name, c.text, '', '', c.round, NULL, c.created_at, NULL, NULL
FROM founding_plan_comments c
JOIN persons p ON p.organization_id = c.organization_id AND p.id = c.written_by
WHERE c.organization_id = $1 AND c.founding_plan_id = $2
UNION ALL
SELECT 'step', t.id, t.command, t.taken_by, p.name, t.reason, '', '', 0, NULL, t.taken_at, NULL, NULL
FROM founding_plan_steps t
JOIN persons p ON p.organization_id = t.organization_id AND p.id = t.taken_by
WHERE t.organization_id = $1 AND t.founding_plan_id = $2
UNION ALL
SELECT 'hand', h.person_id, '', h.person_id, '', '', '', '', 0, NULL, h.since, NULL, NULL
FROM founding_plan_proposers h
WHERE h.organization_id = $1 AND h.founding_plan_id = $2
ORDER BY at, id";

/// Everything that stands in a plan. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn contents(db: &impl ConnectionTrait, organization: OrganizationId, plan: FoundingPlanId) -> Result<Contents> {
    let values = [organization.uuid().into(), plan.uuid().into()];
    let parts = Piece::find_by_statement(Statement::from_sql_and_values(db.get_database_backend(), PARTS, values)).all(db).await?;
    let mut contents = Contents::default();
    for part in parts {
        match part.part.as_str() {
            "section" => contents.sections.push(SectionEntry::try_from(part)?),
            "member" => contents.members.push(MemberEntry::try_from(part)?),
            "comment" => contents.comments.push(CommentEntry::try_from(part)?),
            "step" => contents.steps.push(StepEntry::try_from(part)?),
            "hand" => contents.hands.push(part.id.into()),
            _ => {
                contents.core_group_min = count(part.number, "organizations.core_group_min")?;
                contents.drafted_by = part.person_name.unwrap_or_default();
                contents.organization_name = part.text;
                contents.organization_slug = part.code;
                contents.network_slug = Some(part.state).filter(|slug| !slug.is_empty());
            }
        }
    }
    contents.sections.sort_by_key(|entry| entry.section.kind);
    Ok(contents)
}

impl TryFrom<Piece> for SectionEntry {
    type Error = Error;

    fn try_from(part: Piece) -> Result<Self> {
        Ok(Self {
            section: PlanSection {
                kind: code(&part.code, "founding_plan_sections.section")?,
                text: part.text,
                version: count(part.number, "founding_plan_sections.version")?,
                changed_by: part.person_id.ok_or(Error::Corrupt { column: "founding_plan_sections.changed_by" })?.into(),
                changed_at: part.at,
            },
            changed_by: part.person_name.unwrap_or_default(),
        })
    }
}

impl TryFrom<Piece> for MemberEntry {
    type Error = Error;

    fn try_from(part: Piece) -> Result<Self> {
        Ok(Self {
            member: PlanMember {
                id: part.id.into(),
                email: EmailAddress::parse(&part.email).map_err(|_| Error::Corrupt { column: "founding_plan_members.email" })?,
                person_id: part.person_id.map(Into::into),
                standing: match part.affiliation.as_deref() {
                    None => Standing::None,
                    Some("member") => Standing::Member,
                    Some(_) => Standing::Affiliated,
                },
                kind: code(&part.code, "founding_plan_members.kind")?,
                title: part.text,
                state: code(&part.state, "founding_plan_members.state")?,
                confirmed_revision: optional_count(part.revision, "founding_plan_members.confirmed_revision")?,
                answered_at: part.answered_at,
                version: count(part.number, "founding_plan_members.version")?,
                created_at: part.at,
            },
            name: part.person_name,
        })
    }
}

impl TryFrom<Piece> for CommentEntry {
    type Error = Error;

    fn try_from(part: Piece) -> Result<Self> {
        Ok(Self {
            comment: PlanComment {
                id: part.id.into(),
                section: code(&part.code, "founding_plan_comments.section")?,
                round: count(part.number, "founding_plan_comments.round")?,
                written_by: part.person_id.ok_or(Error::Corrupt { column: "founding_plan_comments.written_by" })?.into(),
                text: part.text,
                created_at: part.at,
            },
            written_by: part.person_name.unwrap_or_default(),
        })
    }
}

impl TryFrom<Piece> for StepEntry {
    type Error = Error;

    fn try_from(part: Piece) -> Result<Self> {
        Ok(Self {
            step: PlanStep {
                id: part.id.into(),
                command: code(&part.code, "founding_plan_steps.command")?,
                taken_by: part.person_id.ok_or(Error::Corrupt { column: "founding_plan_steps.taken_by" })?.into(),
                reason: part.text,
                taken_at: part.at,
            },
            taken_by: part.person_name.unwrap_or_default(),
        })
    }
}
