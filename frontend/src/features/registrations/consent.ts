/** Version of the text that guests agree to, in `GuestForm` and `WalkInDialog`: another text gets another version. */
export const consentVersion = '2026-11';
