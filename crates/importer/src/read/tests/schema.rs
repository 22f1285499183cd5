//! The schema of a declaration has the fields that a declaration has.
use health::Indicator;
use health::indicator::{Caveat, Population, Standardisation};
use serde_json::{Value, json};

fn keys(value: &Value) -> Vec<String> {
    let object = value.as_object().unwrap();
    let mut keys: Vec<String> = object.keys().cloned().collect();
    keys.sort();
    keys
}

fn written<T: serde::Serialize + Default>() -> Vec<String> {
    keys(&serde_json::to_value(T::default()).unwrap())
}

#[test]
fn the_schema_names_the_fields_of_a_declaration_and_no_others() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../../health/src/indicator.schema.json")).unwrap();
    let named = |pointer: &str| keys(schema.pointer(pointer).unwrap());
    assert_eq!(named("/properties"), written::<Indicator>());
    let standard = "/$defs/standardisation/properties";
    assert_eq!(named(standard), written::<Standardisation>());
    let weights = format!("{standard}/weights/oneOf/1/properties");
    assert_eq!(named(&weights), written::<Population>());
    assert_eq!(
        named("/properties/caveats/items/properties"),
        written::<Caveat>()
    );
}

#[test]
fn each_word_of_the_schema_is_one_that_is_read() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../../health/src/indicator.schema.json")).unwrap();
    for field in ["class", "interval", "direction"] {
        let words = schema
            .pointer(&format!("/properties/{field}/enum"))
            .unwrap();
        for word in words.as_array().unwrap() {
            let read: Result<Indicator, _> = serde_json::from_value(json!({field: word}));
            assert!(read.is_ok(), "{field} {word}");
        }
    }
}
