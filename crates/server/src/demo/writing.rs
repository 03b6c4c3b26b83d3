//! Writing scripts: casts, and what belongs to a meeting from its announcement to its end.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use vliegwiel_domain::affiliations::AffiliationKind;
use vliegwiel_domain::meetings::Attendance;

use super::calendar::{Calendar, at_hour, plus_days};
use super::names::{Name, invent};
use super::script::{
    ADMINISTRATOR, BOARD, Character, Deed, GUEST, Gathering, MEMBER, MeetingDeed, MeetingLine, Newcomer, ROLES, Scene, Slug, Who,
};

/// Days before a meeting that it is announced, when there is time for that.
const ANNOUNCED_DAYS: i64 = 40;

/// A script that is being written.
#[derive(Debug)]
pub struct Writer {
    /// The days of the demo.
    pub calendar: Calendar,
    cast: Vec<Character>,
    scenes: Vec<Scene>,
    meetings: usize,
}

/// Who comes to a meeting.
#[derive(Debug, Clone, Default)]
pub struct Turnout {
    /// Who registers, in this order.
    pub registered: Vec<Who>,
    /// How many of them come.
    pub attended: usize,
    /// Who comes without having registered.
    pub walk_ins: Vec<String>,
}

/// How a network grows. `lid@` joins by name, never by chance.
#[derive(Debug, Clone, Copy)]
pub struct Growth<'a> {
    /// Who does not: the core group is in already.
    pub without: &'a [Who],
    /// How many joined in an earlier growth.
    pub before: usize,
    /// How many join.
    pub count: usize,
    /// From this day, evenly
    pub from: NaiveDate,
    /// to this day.
    pub until: NaiveDate,
}

impl Writer {
    /// Begin with a cast: the six roles, then `others` people. Those among the first `at_once` are there from the opening, the rest arrive
    /// one after another until today. `start` chooses which people are invented.
    #[must_use]
    pub fn new(slug: &str, calendar: Calendar, start: usize, others: usize, at_once: usize) -> Self {
        let opening = at_hour(calendar.opening(), 9, 0);
        let span = calendar.now - TimeDelta::days(2) - opening;
        let later = i32::try_from(others.saturating_sub(at_once).max(1)).unwrap_or(1);
        let mut cast = Vec::with_capacity(ROLES.len() + others);
        for (who, Name { full, mailbox }) in invent(start, ROLES.len() + others).into_iter().enumerate() {
            let mailbox = ROLES.get(who).map_or(mailbox, |role| (*role).to_owned());
            let turn = i32::try_from(who.saturating_sub(ROLES.len() + at_once)).unwrap_or(0);
            cast.push(Character {
                name: full,
                email: format!("{mailbox}@{slug}.example"),
                kind: if who == GUEST { AffiliationKind::Guest } else { AffiliationKind::Member },
                arrives: opening + span / later * turn,
                home: None,
                is_public: who == BOARD,
            });
        }
        let mut writer = Self { calendar, cast, scenes: Vec::new(), meetings: 0 };
        writer.arrivals();
        writer
    }

    fn arrivals(&mut self) {
        // the administrator comes first: the others are appointed by someone
        let first = std::iter::once(ADMINISTRATOR);
        let rest = (0..self.cast.len()).filter(|who| ![ADMINISTRATOR, GUEST].contains(who));
        let scenes = first.chain(rest).filter_map(|who| Some(Scene { at: self.cast.get(who)?.arrives, deed: Deed::Arrive(who) }));
        self.scenes = scenes.collect();
    }

    /// Change every character of the cast.
    pub fn direct(&mut self, direct: impl Fn(Who, &mut Character)) {
        for (who, character) in self.cast.iter_mut().enumerate() {
            direct(who, character);
        }
    }

    /// Something happens at `moment`, though never later than the moment the demo is loaded.
    pub fn at(&mut self, moment: DateTime<Utc>, deed: Deed) {
        self.scenes.push(Scene { at: moment.min(self.calendar.now), deed });
    }

    /// Something happens on `day`, in office hours.
    pub fn on(&mut self, day: NaiveDate, deed: Deed) {
        self.at(at_hour(day, 10, 0), deed);
    }

    /// Who of the cast is known at `moment`, in an order of chance that depends on `turn`. The administrator, the guest and `lid@` are left
    /// out: what they do is written by name.
    #[must_use]
    pub fn known_at(&self, moment: DateTime<Utc>, turn: usize) -> Vec<Who> {
        let is_known = |(_, character): &(Who, &Character)| character.arrives < moment;
        let mut known: Vec<Who> = self.cast.iter().enumerate().filter(is_known).map(|(who, _)| who).collect();
        known.retain(|who| ![ADMINISTRATOR, GUEST, MEMBER].contains(who));
        known.sort_by_key(|who| scramble(who.wrapping_mul(7_919).wrapping_add(turn)));
        known
    }

    /// Like [`Writer::known_at`], those who live in `home` first.
    #[must_use]
    pub fn neighbours(&self, home: &str, moment: DateTime<Utc>, turn: usize) -> Vec<Who> {
        let mut known = self.known_at(moment, turn);
        known.sort_by_key(|who| self.cast.get(*who).and_then(|character| character.home) != Some(home));
        known
    }

    /// People join `network` one after another.
    pub fn grow(&mut self, network: Slug, growth: &Growth<'_>) {
        let Growth { without, before, count, from, until } = *growth;
        let (from, until) = (at_hour(from, 20, 0), at_hour(until, 20, 0));
        let turn = network.bytes().map(usize::from).sum();
        let step = (until - from) / i32::try_from(count.max(1)).unwrap_or(1);
        let mut candidates = self.known_at(self.calendar.now, turn);
        candidates.retain(|who| !without.contains(who));
        candidates.sort_by_key(|who| self.cast.get(*who).map(|character| character.arrives));
        let mut moment = from;
        for who in candidates.into_iter().skip(before).take(count) {
            let arrived = self.cast.get(who).map_or(from, |character| character.arrives + TimeDelta::hours(3));
            self.at(moment.max(arrived), Deed::Join(network, who));
            moment += step;
        }
    }

    /// People ask to join `network` one after another, and the core group welcomes each a few days later.
    pub fn grow_approved(&mut self, network: Slug, growth: &Growth<'_>) {
        let written = self.scenes.len();
        self.grow(network, growth);
        let asked: Vec<(DateTime<Utc>, Who)> =
            self.scenes.iter().skip(written).filter_map(|scene| Some((scene.at, joining(scene)?))).collect();
        for (at, who) in asked {
            self.at(at + TimeDelta::days(2), Deed::Welcome(network, who));
        }
    }

    /// Who joined `network` by chance before `moment`, as far as it is written.
    #[must_use]
    pub fn members_at(&self, network: Slug, moment: DateTime<Utc>) -> Vec<Who> {
        let of_network = |scene: &&Scene| scene.at < moment && matches!(scene.deed, Deed::Join(joined, _) if joined == network);
        self.scenes.iter().filter(of_network).filter_map(joining).collect()
    }

    /// A meeting that took place, from its announcement to its end; or one that is still to come, when its day has moved past today.
    pub fn held(&mut self, line: MeetingLine, turnout: Turnout) -> Gathering {
        if line.plan.ends_at > self.calendar.now {
            return self.yet_to_come(line, turnout.registered);
        }
        let (starts, ends, attendance) = (line.plan.starts_at, line.plan.ends_at, line.plan.attendance);
        let Turnout { registered, attended, walk_ins } = turnout;
        let gathering = self.announced(line, starts - TimeDelta::days(ANNOUNCED_DAYS));
        if attendance == Attendance::CountOnly {
            self.at(ends, Deed::Meeting(gathering, MeetingDeed::Hold(u32::try_from(attended).ok())));
            return gathering;
        }
        let present: Vec<Who> = registered.iter().copied().take(attended).collect();
        self.register(gathering, registered, starts - TimeDelta::days(ANNOUNCED_DAYS - 2), starts - TimeDelta::days(2));
        for who in present {
            self.at(starts - TimeDelta::minutes(10), Deed::Meeting(gathering, MeetingDeed::CheckIn(who)));
        }
        for name in walk_ins {
            self.at(starts, Deed::Meeting(gathering, MeetingDeed::WalkIn(name)));
        }
        self.at(ends, Deed::Meeting(gathering, MeetingDeed::Hold(None)));
        gathering
    }

    /// A meeting that is still to come, announced some days ago.
    pub fn yet_to_come(&mut self, line: MeetingLine, registered: Vec<Who>) -> Gathering {
        let usual = line.plan.starts_at - TimeDelta::days(ANNOUNCED_DAYS);
        let announced = usual.min(self.calendar.now - TimeDelta::days(12));
        let registered = if line.plan.attendance == Attendance::Named { registered } else { Vec::new() };
        let gathering = self.announced(line, announced);
        self.register(gathering, registered, announced + TimeDelta::days(1), self.calendar.now - TimeDelta::hours(5));
        gathering
    }

    /// The guest of the cast asks for a place at `gathering`, follows the link, and makes an account.
    pub fn guest_comes(&mut self, gathering: Gathering) {
        let Some(guest) = self.cast.get(GUEST) else { return };
        let newcomer = Newcomer { name: guest.name.clone(), email: guest.email.clone() };
        let moment = self.calendar.now - TimeDelta::days(3);
        self.at(moment, Deed::Meeting(gathering, MeetingDeed::RegisterGuest(newcomer)));
        self.at(moment, Deed::Arrive(GUEST));
    }

    /// A meeting that is only scheduled.
    pub fn drafted(&mut self, line: MeetingLine, on: NaiveDate) -> Gathering {
        let gathering = self.meetings;
        self.meetings += 1;
        self.on(on, Deed::Meeting(gathering, MeetingDeed::Schedule(Box::new(line))));
        gathering
    }

    fn announced(&mut self, line: MeetingLine, at: DateTime<Utc>) -> Gathering {
        let gathering = self.meetings;
        self.meetings += 1;
        self.at(at - TimeDelta::days(2), Deed::Meeting(gathering, MeetingDeed::Schedule(Box::new(line))));
        self.at(at, Deed::Meeting(gathering, MeetingDeed::Publish));
        gathering
    }

    fn register(&mut self, gathering: Gathering, registered: Vec<Who>, from: DateTime<Utc>, until: DateTime<Utc>) {
        let step = (until - from) / i32::try_from(registered.len().max(1)).unwrap_or(1);
        let mut moment = from;
        for who in registered {
            let arrived = self.cast.get(who).map_or(from, |character| character.arrives + TimeDelta::hours(1));
            self.at(moment.max(arrived), Deed::Meeting(gathering, MeetingDeed::Register(who)));
            moment += step;
        }
    }

    /// The cast and the scenes, in the order they happen; scenes of one moment stay in the order they were written.
    #[must_use]
    pub fn finish(mut self) -> (Vec<Character>, Vec<Scene>) {
        self.scenes.sort_by_key(|scene| scene.at);
        (self.cast, self.scenes)
    }
}

const fn joining(scene: &Scene) -> Option<Who> {
    if let Deed::Join(_, who) = scene.deed { Some(who) } else { None }
}

/// `count` people: `lid@`, and others in their order.
#[must_use]
pub fn lid_and(others: Vec<Who>, count: usize) -> Vec<Who> {
    std::iter::once(MEMBER).chain(others).take(count).collect()
}

/// The evening of `day` from half past seven, two hours.
#[must_use]
pub fn evening(day: NaiveDate) -> (DateTime<Utc>, DateTime<Utc>) {
    (at_hour(day, 19, 30), at_hour(day, 21, 30))
}

/// The afternoon of `day` from half past one, four hours.
#[must_use]
pub fn afternoon(day: NaiveDate) -> (DateTime<Utc>, DateTime<Utc>) {
    (at_hour(day, 13, 30), at_hour(day, 17, 30))
}

/// The days between two days, evenly, `count` of them.
#[must_use]
pub fn spread(from: NaiveDate, until: NaiveDate, count: u64) -> Vec<NaiveDate> {
    let days = u64::try_from((until - from).num_days()).unwrap_or(0);
    (0..count).map(|turn| plus_days(from, days * turn / count.max(1))).collect()
}

// splitmix64: neighbouring numbers end up far apart
fn scramble(number: usize) -> u64 {
    let mut mixed = u64::try_from(number).unwrap_or(0).wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
