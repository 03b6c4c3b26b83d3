//! A password for a demo whose operator chose none.

use secrecy::SecretString;
use vliegwiel_application::App;

const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
const VOWELS: &[u8; 4] = b"aeou";

/// Make up a password that can be read aloud: four words of six letters, about seventy bits.
pub fn invent(app: &App) -> SecretString {
    let words: Vec<String> = (0..4).map(|_| word(app.random())).collect();
    SecretString::from(words.join("-"))
}

fn word(chance: [u8; 6]) -> String {
    let letters = chance.iter().enumerate().filter_map(|(place, byte)| {
        let from: &[u8] = if place % 2 == 0 { CONSONANTS } else { VOWELS };
        from.get(usize::from(*byte) % from.len()).copied().map(char::from)
    });
    letters.collect()
}
