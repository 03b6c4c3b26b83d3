//! Units: the organisation's own tree. Geography is in [`crate::areas`].

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::ids::{AreaId, OrganizationId, UnitId};
use crate::text::{FieldError, line_of};

/// Longest name of a unit, in characters. Our choice.
pub const NAME_MAX: usize = 120;

/// Sort of unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum UnitKind {
    /// The whole country.
    National,
    /// A province.
    Province,
    /// A region of the organisation's own making.
    Region,
    /// An organisation that is a member of this one (lidorganisatie). Source: Nederlandse Vrouwen Raad.
    MemberOrganization,
    /// A local chapter (afdeling).
    Chapter,
}

impl UnitKind {
    /// Stable code, such as `member-organization`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Whether a unit of this kind may lie directly in one of kind `parent`.
    ///
    /// Kinds have ranks and a parent ranks higher, so that a tree can have no circle. A member organisation may have chapters of its own.
    /// The ranks are our choice.
    #[must_use]
    pub const fn may_lie_in(self, parent: Self) -> bool {
        parent.rank() < self.rank()
    }

    const fn rank(self) -> u8 {
        match self {
            Self::National => 0,
            Self::Province => 1,
            Self::Region => 2,
            Self::MemberOrganization => 3,
            Self::Chapter => 4,
        }
    }
}

/// A node in the organisation's tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The unit it lies in; absent at the top. Any kind may stand at the top: a civic network can begin at a province.
    pub parent_id: Option<UnitId>,
    /// Sort of unit; never changes.
    pub kind: UnitKind,
    /// Name, 1 to [`NAME_MAX`] characters.
    pub name: String,
    /// The area it works in.
    pub area_id: Option<AreaId>,
    /// Rises by one with every change.
    pub version: u32,
    /// When it was added.
    pub created_at: DateTime<Utc>,
}

/// A unit about to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUnit {
    /// The tenant.
    pub organization_id: OrganizationId,
    /// Sort of unit.
    pub kind: UnitKind,
    /// Name, 1 to [`NAME_MAX`] characters.
    pub name: String,
    /// The area it works in.
    pub area_id: Option<AreaId>,
}

impl NewUnit {
    /// Add the unit below `parent`.
    ///
    /// # Errors
    /// [`UnitError::WrongParent`], [`UnitError::Field`].
    pub fn add(self, id: UnitId, parent: Option<&Unit>, now: DateTime<Utc>) -> Result<Unit, UnitError> {
        Ok(Unit {
            id,
            organization_id: self.organization_id,
            parent_id: parent_of(self.organization_id, self.kind, parent)?,
            kind: self.kind,
            name: line_of("name", &self.name, NAME_MAX)?,
            area_id: self.area_id,
            version: 1,
            created_at: now,
        })
    }
}

/// What lies in or hangs on a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UnitUse {
    /// Units directly in it.
    pub units: u32,
    /// Networks that belong to it.
    pub networks: u32,
    /// Positions that belong to it.
    pub positions: u32,
}

impl Unit {
    /// Another name, area or parent.
    ///
    /// # Errors
    /// [`UnitError::WrongParent`], [`UnitError::Field`].
    pub fn change(self, name: &str, area_id: Option<AreaId>, parent: Option<&Self>) -> Result<Self, UnitError> {
        Ok(Self {
            parent_id: parent_of(self.organization_id, self.kind, parent)?,
            name: line_of("name", name, NAME_MAX)?,
            area_id,
            version: self.version.saturating_add(1),
            ..self
        })
    }

    /// Whether the unit may be removed: nothing lies in it or hangs on it.
    ///
    /// # Errors
    /// [`UnitError::InUse`].
    pub const fn remove(&self, used: UnitUse) -> Result<(), UnitError> {
        if used.units == 0 && used.networks == 0 && used.positions == 0 { Ok(()) } else { Err(UnitError::InUse) }
    }
}

fn parent_of(organization: OrganizationId, kind: UnitKind, parent: Option<&Unit>) -> Result<Option<UnitId>, UnitError> {
    match parent {
        None => Ok(None),
        Some(unit) if unit.organization_id == organization && kind.may_lie_in(unit.kind) => Ok(Some(unit.id)),
        Some(_) => Err(UnitError::WrongParent),
    }
}

/// Why a unit refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnitError {
    /// The parent is of the same or a lower kind, or of another organisation.
    #[error("a unit of this kind cannot lie there")]
    WrongParent,
    /// Units, networks, positions or meetings hang on it.
    #[error("units, networks, positions or meetings still belong to this unit")]
    InUse,
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl UnitError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongParent => "units/wrong-parent",
            Self::InUse => "units/in-use",
            Self::Field(_) => "units/invalid-text",
        }
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;
    use uuid::Uuid;

    use super::*;

    fn unit(number: u128, organization: u128, kind: UnitKind) -> Unit {
        let new = NewUnit { organization_id: Uuid::from_u128(organization).into(), kind, name: "Afdeling Assen".to_owned(), area_id: None };
        new.add(Uuid::from_u128(number).into(), None, DateTime::UNIX_EPOCH).unwrap()
    }

    #[test]
    fn the_tree_has_no_circle() {
        for kind in UnitKind::iter() {
            assert!(!kind.may_lie_in(kind), "{kind:?}");
            for other in UnitKind::iter() {
                assert!(!(kind.may_lie_in(other) && other.may_lie_in(kind)), "{kind:?} {other:?}");
            }
        }
    }

    #[test]
    fn a_chapter_lies_in_a_region_and_not_the_other_way_round() {
        let (chapter, region) = (unit(1, 1, UnitKind::Chapter), unit(2, 1, UnitKind::Region));

        assert_eq!(chapter.clone().change("Assen", None, Some(&region)).map(|unit| unit.parent_id), Ok(Some(region.id)));
        assert_eq!(region.change("Noord", None, Some(&chapter)), Err(UnitError::WrongParent));
    }

    #[test]
    fn a_unit_of_another_organisation_is_no_parent() {
        let refused = unit(1, 1, UnitKind::Chapter).change("Assen", None, Some(&unit(2, 2, UnitKind::National)));

        assert_eq!(refused, Err(UnitError::WrongParent));
    }

    #[test]
    fn a_unit_in_use_is_not_removed() {
        let chapter = unit(1, 1, UnitKind::Chapter);

        assert_eq!(chapter.remove(UnitUse::default()), Ok(()));
        assert_eq!(chapter.remove(UnitUse { networks: 1, ..UnitUse::default() }), Err(UnitError::InUse));
    }
}
