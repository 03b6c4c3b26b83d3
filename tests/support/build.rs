//! Builders: organisations, people and networks to begin a test with.

use chrono_tz::Tz;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use vliegwiel_application::sessions::{self, Device};
use vliegwiel_domain::access::Role;
use vliegwiel_domain::ids::{AccountId, AreaId, NetworkId, OrganizationId, PersonId};
use vliegwiel_domain::networks::{Existing, Network, NetworkKind, NetworkProfile, NewNetwork, Openness, Sensitivity, Terms};
use vliegwiel_domain::organizations::{Organization, OrganizationKind, Rules, Settings, Theme};
use vliegwiel_domain::sessions::SessionClient;
use vliegwiel_domain::text::Language;
use vliegwiel_persistence::{networks, organizations, rows};

use crate::caller::Caller;
use crate::world::World;

/// A password that is good enough, of everyone who registers in a test.
pub const PASSWORD: &str = "wielen-draaien-samen-door";

impl World {
    /// An organisation with this slug and everything else as it comes.
    pub async fn organization(&self, slug: &str) -> Organization {
        let settings = Settings {
            name: format!("Organisatie {slug}"),
            description: "Een organisatie om mee te proberen.".to_owned(),
            time_zone: Tz::Europe__Amsterdam,
            language: Language::Nl,
            theme: Theme::plain(),
            rules: Rules::default(),
        };
        let organization = Organization::found(self.app.new_id(), slug, OrganizationKind::Party, settings, self.app.now()).unwrap();
        organizations::insert(self.app.db.maintenance(), &organization).await.unwrap();
        organization
    }

    /// An active network with this name, open to everyone.
    pub async fn network(&self, organization: &Organization, name: &str) -> Network {
        let profile = NetworkProfile {
            name: name.to_owned(),
            purpose: "Elkaar ontmoeten en meedenken.".to_owned(),
            about: String::new(),
            sensitivity: Sensitivity::Normal,
            openness: Openness::Open,
        };
        self.network_with(organization, profile).await
    }

    /// An active network with this profile.
    pub async fn network_with(&self, organization: &Organization, profile: NetworkProfile) -> Network {
        let terms = Terms {
            purpose: profile.purpose.clone(),
            organisation: "Een kerngroep van vier leden.".to_owned(),
            duration_months: None,
            goal_members: 50,
            goal_months: 12,
            evaluation_months: Some(12),
            conditions: String::new(),
        };
        let slug = vliegwiel_domain::networks::slug_for(&profile.name);
        let new = NewNetwork { organization_id: organization.id, unit_id: None, slug, kind: NetworkKind::Theme, profile };
        let today = self.app.today();
        let network = new.enter(self.app.new_id(), &Existing { starts_on: today, terms }, today, self.app.now()).unwrap();
        networks::insert(self.app.db.maintenance(), &network).await.unwrap();
        network
    }

    /// A signed-in member of the organisation.
    pub async fn member_of(&self, organization: &Organization) -> Caller {
        self.person_in(organization, "member").await
    }

    /// A signed-in supporter: affiliated, no member.
    pub async fn supporter_of(&self, organization: &Organization) -> Caller {
        self.person_in(organization, "supporter").await
    }

    /// Someone of the party office.
    pub async fn office_of(&self, organization: &Organization) -> Caller {
        self.with_role(organization, Role::Office, None).await
    }

    /// Someone of the board.
    pub async fn board_of(&self, organization: &Organization) -> Caller {
        self.with_role(organization, Role::Board, None).await
    }

    /// An administrator.
    pub async fn administrator_of(&self, organization: &Organization) -> Caller {
        self.with_role(organization, Role::Administrator, None).await
    }

    /// Someone of the core group of a network.
    pub async fn core_group_of(&self, organization: &Organization, network: &Network) -> Caller {
        self.with_role(organization, Role::CoreGroup, Some(network.id)).await
    }

    /// An ambassador of a network who was given no area to work in.
    pub async fn ambassador_of(&self, organization: &Organization, network: &Network) -> Caller {
        self.with_role(organization, Role::Ambassador, Some(network.id)).await
    }

    /// An ambassador of a network in an area.
    pub async fn ambassador_in(&self, organization: &Organization, network: &Network, area: AreaId) -> Caller {
        let caller = self.ambassador_of(organization, network).await;
        rows::grants::Entity::update_many()
            .col_expr(rows::grants::Column::AreaId, Expr::value(area.uuid()))
            .filter(rows::grants::Column::PersonId.eq(caller.person().uuid()))
            .exec(self.app.db.maintenance())
            .await
            .unwrap();
        caller
    }

    /// An area, in another or not.
    pub async fn area(&self, kind: &str, code: &str, parent: Option<AreaId>) -> AreaId {
        let id: AreaId = self.app.new_id();
        let row = rows::areas::Model {
            id: id.uuid(),
            code: code.to_owned(),
            kind: kind.to_owned(),
            name: format!("Gebied {code}"),
            parent_id: parent.map(AreaId::uuid),
            valid_from: None,
            valid_to: None,
            successor_id: None,
        };
        row.into_active_model().insert(self.app.db.maintenance()).await.unwrap();
        id
    }

    /// A member of the organisation who is an active member of a network.
    pub async fn network_member_of(&self, organization: &Organization, network: &Network) -> Caller {
        let caller = self.member_of(organization).await;
        let row = rows::memberships::Model {
            id: self.app.new_id::<()>().uuid(),
            organization_id: organization.id.uuid(),
            network_id: network.id.uuid(),
            person_id: caller.person().uuid(),
            state: "active".to_owned(),
            supports_purpose_at: self.app.now(),
            joined_at: Some(self.app.now()),
            left_at: None,
            reason: None,
            version: 1,
            created_at: self.app.now(),
        };
        row.into_active_model().insert(self.app.db.maintenance()).await.unwrap();
        caller
    }

    /// Someone with an account and no tie to any organisation.
    pub async fn outsider(&self) -> Caller {
        let (_, token) = self.account().await;
        Caller::new(&self.address, Some(token))
    }

    /// Someone who registered with this organisation and confirmed the address, with [`PASSWORD`].
    pub async fn registered(&self, organization: &Organization, email: &str) {
        let body = serde_json::json!({ "name": "Jantje Voorbeeld", "email": email, "language": "nl", "isMember": false });
        let reply = self.anonymous().post(&format!("/organizations/{}/self-registrations", organization.slug), body).await;
        assert_eq!(reply.status, 202, "{}", reply.text);
        let token = self.token_to(email).await;
        let reply = self.anonymous().post("/accounts/confirmations", serde_json::json!({ "token": token, "password": PASSWORD })).await;
        assert_eq!(reply.status, 200, "{}", reply.text);
    }

    /// A member who also has a role.
    pub async fn with_role(&self, organization: &Organization, role: Role, network: Option<NetworkId>) -> Caller {
        let caller = self.member_of(organization).await;
        self.grant(organization.id, caller.person(), role, network).await;
        caller
    }

    /// Give a person a role from today on.
    pub async fn grant(&self, organization: OrganizationId, person: PersonId, role: Role, network: Option<NetworkId>) {
        let name: &'static str = role.into();
        let grant = rows::grants::Model {
            id: self.app.new_id::<()>().uuid(),
            organization_id: organization.uuid(),
            person_id: person.uuid(),
            role: name.to_owned(),
            network_id: network.map(NetworkId::uuid),
            area_id: None,
            unit_id: None,
            appointment_id: None,
            from_on: self.app.today(),
            until_on: None,
            ended_at: None,
            created_at: self.app.now(),
        };
        grant.into_active_model().insert(self.app.db.maintenance()).await.unwrap();
    }

    async fn person_in(&self, organization: &Organization, kind: &str) -> Caller {
        let (account, token) = self.account().await;
        let person = PersonId::new(self.app.new_id::<()>().uuid());
        let row = rows::persons::Model {
            id: person.uuid(),
            organization_id: organization.id.uuid(),
            account_id: Some(account.uuid()),
            name: format!("Proefpersoon {}", &person.to_string()[30..]),
            email: Some(format!("{person}@proef.example")),
            postcode: None,
            birth_year: None,
            language: "nl".to_owned(),
            has_public_role: false,
            expires_on: None,
            version: 1,
            created_at: self.app.now(),
        };
        row.into_active_model().insert(self.app.db.maintenance()).await.unwrap();
        let affiliation = rows::affiliations::Model {
            id: self.app.new_id::<()>().uuid(),
            organization_id: organization.id.uuid(),
            person_id: person.uuid(),
            kind: kind.to_owned(),
            legal_basis: "art-9-2-d".to_owned(),
            state: "active".to_owned(),
            source: "office".to_owned(),
            started_on: Some(self.app.today()),
            ended_on: None,
            reason: None,
            decided_by: None,
            version: 1,
            created_at: self.app.now(),
        };
        affiliation.into_active_model().insert(self.app.db.maintenance()).await.unwrap();
        Caller::new(&self.address, Some(token)).known_as(person)
    }

    async fn account(&self) -> (AccountId, String) {
        let account = AccountId::new(self.app.new_id::<()>().uuid());
        let row = rows::accounts::Model {
            id: account.uuid(),
            email: format!("{account}@proef.example"),
            password_hash: None,
            state: "active".to_owned(),
            language: "nl".to_owned(),
            is_demo: false,
            confirmed_at: Some(self.app.now()),
            password_changed_at: None,
            version: 1,
            created_at: self.app.now(),
        };
        row.into_active_model().insert(self.app.db.maintenance()).await.unwrap();
        let device = Device { client: SessionClient::Web, name: "proef".to_owned(), token: None };
        let opened = sessions::open_for(&self.app, account, device).await.unwrap();
        (account, opened.access_token)
    }
}
