//! How many registered and came.

/// The counters of a meeting, kept on its row; each has this one definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Registrations in state `registered` that are no walk-ins: the seats taken. Never more than the capacity.
    pub registered: u32,
    /// Registrations in state `waitlisted`.
    pub waitlisted: u32,
    /// Of `registered`: those who were checked in. At a count-only meeting: the number of people present, told by the hosts.
    pub attended: u32,
    /// People who came without having registered, above capacity too.
    pub walk_ins: u32,
    /// Places given out so far, which is the place of the registration accepted last; none is given twice.
    pub places_given: u32,
}

impl Counts {
    /// People who were there: attended and walk-ins.
    #[must_use]
    pub const fn present(&self) -> u32 {
        self.attended.saturating_add(self.walk_ins)
    }

    /// Show rate: attended of the registered, as a whole percentage, halves upwards; absent when nobody registered.
    ///
    /// Walk-ins count in neither number. Source: Drenthe, "68 belangstellenden meldden zich en 49 daarvan waren aanwezig" (72 %).
    #[must_use]
    pub fn show_rate(&self) -> Option<u32> {
        let doubled = 200 * u64::from(self.attended) + u64::from(self.registered);
        let percentage = doubled.checked_div(2 * u64::from(self.registered))?;
        u32::try_from(percentage).ok()
    }
}
