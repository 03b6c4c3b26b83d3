//! Invented people. Given names and family names come from lists of our own and are put together by counting, so that the demo has the same
//! people every time and nobody in particular.

use std::collections::BTreeSet;

use vliegwiel_domain::text::slug;

const GIVEN: [&str; 113] = [
    "Aafke",
    "Abdel",
    "Adriana",
    "Ahmet",
    "Aicha",
    "Albert",
    "Amina",
    "Anand",
    "Anneloes",
    "Anouk",
    "Arjen",
    "Asha",
    "Ayşe",
    "Baukje",
    "Berend",
    "Bilal",
    "Bram",
    "Carlijn",
    "Chantal",
    "Chen",
    "Corné",
    "Daan",
    "Danuta",
    "Deniz",
    "Dewi",
    "Dieuwke",
    "Dirk",
    "Djamila",
    "Dorien",
    "Eefje",
    "Elif",
    "Emeka",
    "Esmée",
    "Evelien",
    "Fatima",
    "Femke",
    "Fokko",
    "Francien",
    "Geert",
    "Giovanni",
    "Grada",
    "Hamza",
    "Hanneke",
    "Harm",
    "Hatice",
    "Heleen",
    "Henk",
    "Hicham",
    "Hilde",
    "Ilse",
    "Imane",
    "Ineke",
    "Iris",
    "Jacintha",
    "Jamal",
    "Jannes",
    "Jasmijn",
    "Jelle",
    "Jitske",
    "Joke",
    "Joris",
    "Kadir",
    "Karin",
    "Kees",
    "Khadija",
    "Klaas",
    "Kofi",
    "Lammert",
    "Latifa",
    "Leonie",
    "Lieke",
    "Lubna",
    "Maarten",
    "Malika",
    "Marchien",
    "Marjolein",
    "Meindert",
    "Mei",
    "Milan",
    "Mirjam",
    "Murat",
    "Nadia",
    "Nienke",
    "Noor",
    "Okke",
    "Olga",
    "Oumaima",
    "Pieter",
    "Priya",
    "Quirine",
    "Rachid",
    "Ravi",
    "Renske",
    "Roelof",
    "Ruth",
    "Saar",
    "Salima",
    "Samir",
    "Sanne",
    "Selma",
    "Sjoerd",
    "Stella",
    "Tamara",
    "Teun",
    "Thijs",
    "Tineke",
    "Umar",
    "Veerle",
    "Wietske",
    "Wouter",
    "Yara",
    "Yusuf",
    "Zoë",
];

const FAMILY: [&str; 127] = [
    "Aardenburg",
    "Abdoellakhan",
    "Achterop",
    "Akkerboom",
    "Al-Hariri",
    "Altuna",
    "Anema-Postel",
    "Asante",
    "Azarkan",
    "Baanderman",
    "Bakkernes",
    "Baldewsingh",
    "van den Beemd",
    "Benhaddou",
    "Bijleveld",
    "Boerkoel",
    "Boonstoppel",
    "Bouzidi",
    "van Brakestein",
    "Brinkmeijer",
    "Broekzitter",
    "Buitenhek",
    "Cabral",
    "Ceylan",
    "Chaoui",
    "Cnossema",
    "van Dalenoord",
    "Demirtaş",
    "Dijkgraver",
    "Doornenbal",
    "ten Drenth",
    "Duursema",
    "van Eerdebeek",
    "Eising",
    "El Ouahabi",
    "Elderenbosch",
    "Engwerda",
    "Erdoğmuş",
    "van Esveldt",
    "Faber-Prins",
    "Feddemans",
    "Fokkerink",
    "Ganpat",
    "van Geelkerken",
    "Ghebremariam",
    "Goudkamp",
    "ter Haarst",
    "Haddouch",
    "Hamersteen",
    "Harkemaat",
    "Heegstra",
    "van Heimerik",
    "Hendrikoppel",
    "Hoogeland",
    "Hurkmansen",
    "Idrissi",
    "IJsvogel",
    "Isarin",
    "Jagerman",
    "Janga",
    "Jonkergouw",
    "Kaandorpe",
    "Kadiroğlu",
    "van Kempenaar",
    "Kiers-Mulderij",
    "Kloostra",
    "Koekkoekx",
    "Kowalik",
    "Kromwijk",
    "Kuiperij",
    "Kwakye",
    "Lageveen",
    "Lammerding",
    "van Leersumveld",
    "Lindeboomen",
    "Loeffen",
    "Lubberhuis",
    "Maasdorp",
    "Mahabier",
    "Mansouri",
    "Meerlandt",
    "van der Mispel",
    "Moerbeke",
    "Mokhtari",
    "Nagelhout",
    "Nguyen-Tran",
    "van Nieuwerkerk",
    "Noordewind",
    "Oenema",
    "Okonjo",
    "Oldenkamp",
    "Oosterling",
    "Özdemirci",
    "Paardekam",
    "Pengel-Lie",
    "Poelgeest",
    "Postmeijer",
    "Qadiri",
    "Raadsveld",
    "Ramlal",
    "Reitsmaker",
    "van Rietschoten",
    "Roosenhof",
    "Rozenblad",
    "Sahin-Bos",
    "Salverdink",
    "Santokhi",
    "Schaaphok",
    "Schutterhoef",
    "Siebinga",
    "Silva-Monteiro",
    "Slagboomer",
    "Sluimer",
    "Soekarno-Vos",
    "Spoormaker",
    "Stegerink",
    "Tahiri",
    "van Tongerlo",
    "Tuinhek",
    "Uyttewaal",
    "Veldwachter",
    "Vinkenoog-Smal",
    "Vredeling",
    "Wagenborg",
    "van de Wiele",
    "Yıldızhan",
    "Zandberger",
];

/// An invented person: a name, and the part of an address before the `@`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Given name and family name.
    pub full: String,
    /// `given.family`, in plain letters.
    pub mailbox: String,
}

/// Invent `count` people with different names; another `start` gives other people.
#[must_use]
pub fn invent(start: usize, count: usize) -> Vec<Name> {
    let mut taken = BTreeSet::new();
    let mut people = Vec::with_capacity(count);
    let mut turn = start;
    while people.len() < count {
        // 37 and 53 share no factor with the length of either list, so that names mix before they repeat
        let full = format!("{} {}", pick(&GIVEN, turn * 37), pick(&FAMILY, turn * 53 + turn / FAMILY.len()));
        turn += 1;
        let (given, family) = full.split_once(' ').unwrap_or((&full, ""));
        let mailbox = format!("{}.{}", slug(given), slug(family));
        if taken.insert(mailbox.clone()) {
            people.push(Name { full, mailbox });
        }
    }
    people
}

/// One of `from`, going round.
#[must_use]
pub fn pick(from: &[&'static str], turn: usize) -> &'static str {
    from.get(turn % from.len().max(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use vliegwiel_domain::text::EmailAddress;

    use super::*;

    #[test]
    fn the_same_people_come_every_time_and_all_differ() {
        let people = invent(0, 500);

        let mailboxes: BTreeSet<&str> = people.iter().map(|name| name.mailbox.as_str()).collect();
        assert_eq!(mailboxes.len(), 500);
        assert_eq!(people, invent(0, 500));
        assert_ne!(people, invent(7, 500));
    }

    #[test]
    fn every_name_gives_an_address() {
        for name in invent(0, 500) {
            let address = format!("{}@drenthe.example", name.mailbox);

            assert!(EmailAddress::parse(&address).is_ok(), "{address}");
        }
    }
}
