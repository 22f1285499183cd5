//! Files of statistical offices in, tables that mean something out.

use formats::{Content, Limits, unheard};
use table::{Role, Status};

use super::*;
use crate::columns;
use crate::plan::{ColumnRole, Plan};
use crate::reading::Reading;

fn read_px(text: &str) -> Reading {
    let opened = formats::open("fil.px", text.as_bytes(), &Limits::default(), &mut unheard);
    let Content::Labelled(tables) = opened.unwrap().content else {
        panic!("no labelled table");
    };
    columns::described("fil", tables, &Plan::default()).reading
}

/// A line for each dimension: name, label, role, members with their kind.
fn shown(table: &Table) -> String {
    let both = |text: &Text| {
        if text.da == text.en {
            text.da.clone()
        } else {
            format!("{}/{}", text.da, text.en)
        }
    };
    let mut lines = vec![format!("{}: {}", table.name(), both(table.title()))];
    for column in table.dimensions() {
        let dimension = &column.dimension;
        let member = |member: &Member| {
            let kind = match &member.kind {
                MemberKind::Part => String::new(),
                MemberKind::Total => "!".to_owned(),
                MemberKind::Of(level) => format!("^{level}"),
            };
            format!("{}{kind}={}", member.code, both(&member.label))
        };
        let members: Vec<String> = dimension.members.iter().map(member).collect();
        lines.push(format!(
            "{} ({}) {:?}: {}",
            dimension.name,
            both(&dimension.label),
            dimension.role,
            members.join(", ")
        ));
    }
    for column in table.measures() {
        let measure = &column.measure;
        lines.push(format!(
            "{} ({}) [{}] {} {:?}",
            measure.name,
            both(&measure.label),
            both(&measure.unit),
            measure.decimals,
            measure.aggregation
        ));
    }
    for note in table.notes() {
        let column = note.column.as_deref().unwrap_or("*");
        lines.push(format!("{column}: {}", both(&note.text)));
    }
    lines.join("\n")
}

#[test]
fn places_periods_ages_and_sexes_of_a_px_file_are_known() {
    let text = r#"LANGUAGE="da";LANGUAGES="da","en";MATRIX="SBR01";SHOWDECIMALS=0;
TITLE="Ophold";TITLE[en]="Stays";CONTENTS="Ophold";CONTENTS[en]="Stays";UNITS="Antal";UNITS[en]="number";
STUB="område","alder","køn","type";STUB[en]="region","age","sex","type";HEADING="tid";HEADING[en]="time";
VALUES("område")="Hele landet","Region Syddanmark","Odense","Vejle";CODES("område")="000","083","461","630";
VALUES[en]("region")="All Denmark","Region Syddanmark","Odense","Vejle";
VALUES("alder")="Alder i alt","0-17 år","18 år og derover";CODES("alder")="TOT","0017","18-";
VALUES("køn")="Mænd","Kvinder";CODES("køn")="1","2";
VALUES("type")="Alle typer","Somatik","Psykiatri";CODES("type")="A","S","P";
VALUES[en]("type")="All types","Somatic","Psychiatric";
ELIMINATION("type")="Alle typer";
VALUES("tid")="2023K4","2024K1";TIMEVAL("tid")=TLIST(Q1),"20234","20241";
NOTE("område")="Efter bopæl";SOURCE="Danmarks Statistik";COPYRIGHT=YES;
DATA="#;
    let cells = vec!["7"; 4 * 3 * 2 * 3 * 2].join(" ");
    let reading = read_px(&format!("{text}{cells};"));
    let expected = "
SBR01: Ophold/Stays
kommune (område/region) Geography: 000!=Hele landet/Denmark, 1083^region_2007=Region Syddanmark, 0461=Odense, 0630=Vejle
alder (alder/age) Age: TOT!=I alt/Total, 0-17=0-17 år/0-17 years, 18+=18 år og derover/18 years and over
koen (køn/sex) Sex: M=Mænd/Men, K=Kvinder/Women
type (type) Other: A!=I alt/Total, S=Somatik/Somatic, P=Psykiatri/Psychiatric
tid (tid/time) Time: 2023K4=2023K4, 2024K1=2024K1
ophold (Ophold/Stays) [Antal/number] 0 Additive
kommune: Efter bopæl
*: Kilde: Danmarks Statistik/Source: Danmarks Statistik
*: Ophavsret: ja/Copyright: yes
";
    assert_eq!(shown(&reading.tables[0]), expected.trim());
}

#[test]
fn what_a_file_says_of_rolling_up_goes_before_words() {
    let text = |says: &str| {
        format!(
            "CONTENTS=\"Ophold\";UNITS=\"antal\";STUB=\"tid\";{says}VALUES(\"tid\")=\"2023\",\"2024\";TIMEVAL(\"tid\")=TLIST(A1),\"2023\",\"2024\";DATA=1 2;"
        )
    };
    let class = |says: &str| {
        let reading = read_px(&text(says));
        reading.tables[0].measures()[0].measure.aggregation.clone()
    };
    assert_eq!(class(""), Aggregation::Additive);
    assert_eq!(class("AGGREGALLOWED=NO;"), Aggregation::Printed);
    assert_eq!(class("STOCKFA=A;"), Aggregation::Printed);
    let stock = Aggregation::SemiAdditive {
        not_over: vec!["tid".to_owned()],
        then: Collapse::Last,
    };
    assert_eq!(class("STOCKFA=S;"), stock);
}

#[test]
fn signs_of_a_px_file_keep_what_they_say() {
    let text = "CONTENTS=\"n\";STUB=\"tid\";VALUES(\"tid\")=\"2021\",\"2022\",\"2023\",\"2024\";DATA=\"-\" \".\" \"..\" \"...\";";
    let reading = read_px(text);
    let column = &reading.tables[0].measures()[0];
    let statuses: Vec<Status> = (0..4).map(|row| column.status(row)).collect();
    let expected = [
        Status::TrueZero,
        Status::NotApplicable,
        Status::Hidden,
        Status::Missing,
    ];
    assert_eq!(statuses, expected);
    assert_eq!(reading.tables[0].dimensions()[0].dimension.role, Role::Time);
    assert_eq!(reading.tables[0].name(), "fil");
}

#[test]
fn preliminary_periods_of_json_stat_are_kept_under_their_own_names() {
    let text = r#"{"class": "dataset", "id": ["tid"], "size": [2], "role": {"time": ["tid"]},
        "dimension": {"tid": {"category": {"index": ["2023Q4", "2024Q1"]}}},
        "value": [1, 2], "status": {"1": "p"}}"#;
    let opened = formats::open("a.json", text.as_bytes(), &Limits::default(), &mut unheard);
    let Content::Labelled(tables) = opened.unwrap().content else {
        panic!("no labelled table");
    };
    let reading = columns::described("a", tables, &Plan::default()).reading;
    let measure = &reading.tables[0].measures()[0].measure;
    assert_eq!(measure.preliminary, ["2024K1"]);
}

const OPEN: &str = "CHARSET=\"ANSI\";\nMATRIX=\"A\";\nTITLE=\"Ophold\";\nCONTENTS=\"Ophold\";\nUNITS=\"antal\";\nDECIMALS=0;\n\
    STUB=\"hvor\";\nHEADING=\"hvornår\";\nVALUES(\"hvor\")=\"Huset\",\"Kbh.\",\"Kolding\";\nVALUES(\"hvornår\")=\"A\",\"B\";\n\
    DATA=\n5 7\n3 4\n2 3\n;\n";

#[test]
fn what_a_file_says_of_itself_is_put_right_and_stays_so() {
    let opened = formats::open("fil.px", OPEN.as_bytes(), &Limits::default(), &mut unheard);
    let content = opened.unwrap().content;
    let first = crate::apply("fil.px", &Plan::default(), &content);
    let mut plan = Plan::default();
    let drawn = &first.drawn.sheets[0].tables[0];
    plan.table_mut(drawn).title = Some("Ophold i alt".to_owned());
    let alias = |written: &str, read: &str| crate::Alias {
        written: written.to_owned(),
        read: read.to_owned(),
    };
    let place = plan.column_mut(drawn, 0).unwrap();
    place.role = Some(ColumnRole::Geography);
    place.name = Some("Bop\u{e6}l".to_owned());
    place.aliases = vec![alias("Kbh.", "K\u{f8}benhavn")];
    place.totals = vec!["Huset".to_owned()];
    let time = plan.column_mut(drawn, 1).unwrap();
    time.role = Some(ColumnRole::Time);
    time.aliases = vec![alias("A", "2024"), alias("B", "2025")];
    let stays = plan.column_mut(drawn, 2).unwrap();
    stays.unit = Some("d\u{f8}gn".to_owned());
    stays.decimals = Some(1);
    stays.adds = Some(crate::Adds::Never);
    let applied = crate::apply("fil.px", &plan, &content);
    assert_eq!(applied.unmatched, []);
    let expected = "A: Ophold i alt\n\
        kommune (Bop\u{e6}l) Geography: Huset!=Huset, 0101=K\u{f8}benhavn/Copenhagen, 0621=Kolding\n\
        hvornaar (hvorn\u{e5}r) Time: 2024=2024, 2025=2025\n\
        ophold (Ophold) [d\u{f8}gn] 1 Printed";
    assert_eq!(shown(&applied.reading.tables[0]), expected);
    let saved = Plan::parse(&Plan::of(&applied).to_json()).unwrap();
    let again = crate::apply("fil.px", &saved, &content);
    assert_eq!((again.unmatched, again.reading), (vec![], applied.reading));
}
