//! The cube as an Arrow file: dictionaries of text under small codes, plain integers and doubles.

use std::error::Error;
use std::fs::File;
use std::io::BufWriter;
use std::sync::Arc;

use arrow_array::types::Int8Type;
use arrow_array::{
    ArrayRef, DictionaryArray, Float64Array, Int8Array, Int16Array, Int32Array, RecordBatch,
    StringArray,
};
use arrow_ipc::MetadataVersion;
use arrow_ipc::writer::{FileWriter, IpcWriteOptions};
use arrow_schema::{DataType, Field, Schema};

use crate::names;
use crate::random::Random;
use crate::rows::{Block, Shape};

/// As most programs align; a stream then begins eight bytes into the file, which is where readers of streams look for it.
const ALIGNMENT: usize = 8;
const DIMENSIONS: [&str; 9] = [
    "region",
    "sundhedsraad",
    "kommune",
    "sex",
    "age_band",
    "sector",
    "diagnosis_group",
    "contact_type",
    "hospital",
];

/// The fifteen columns, then as many that no question touches.
pub(crate) fn schema(untouched: usize) -> Arc<Schema> {
    let text = || DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8));
    let field = |name: &str, kind| Field::new(name, kind, false);
    let mut fields = vec![
        field("year", DataType::Int16),
        field("month", DataType::Int8),
    ];
    fields.extend(DIMENSIONS.map(|name| field(name, text())));
    fields.extend(["patients", "contacts"].map(|name| field(name, DataType::Int32)));
    fields.push(Field::new("bed_days", DataType::Float64, true));
    fields.push(field("cost_dkk", DataType::Float64));
    let kinds = [text(), DataType::Int32, DataType::Float64];
    let kinds = kinds.iter().cycle().take(untouched).enumerate();
    fields
        .extend(kinds.map(|(index, kind)| field(&format!("extra_{:02}", index + 1), kind.clone())));
    Arc::new(Schema::new(fields))
}

/// A block as a record batch.
pub(crate) fn batch(
    schema: &Arc<Schema>,
    shape: &Shape,
    block: &Block,
) -> Result<RecordBatch, Box<dyn Error>> {
    let owned = |names: &[&str]| {
        names
            .iter()
            .map(|name| (*name).to_string())
            .collect::<Vec<_>>()
    };
    let mut columns: Vec<ArrayRef> = vec![
        Arc::new(Int16Array::from(block.year.clone())),
        Arc::new(Int8Array::from(block.month.clone())),
        text(&block.region, &shape.regions)?,
        text(&block.council, &shape.councils)?,
        text(&block.municipality, &shape.municipalities)?,
        text(&block.sex, &owned(&names::SEXES))?,
        text(&block.age, &names::age_bands())?,
        text(&block.sector, &owned(&names::SECTORS))?,
        text(&block.diagnosis, &names::diagnosis_groups())?,
        text(&block.contact_type, &owned(&names::CONTACT_TYPES))?,
        text(&block.hospital, &shape.hospitals)?,
        Arc::new(Int32Array::from(block.patients.clone())),
        Arc::new(Int32Array::from(block.contacts.clone())),
        Arc::new(Float64Array::from(block.bed_days.clone())),
        Arc::new(Float64Array::from(block.cost.clone())),
    ];
    for (index, field) in schema.fields().iter().enumerate().skip(columns.len()) {
        let mut random = Random::new((block.number * 1000 + index) as u64);
        columns.push(untouched(field.data_type(), block.year.len(), &mut random)?);
    }
    Ok(RecordBatch::try_new(schema.clone(), columns)?)
}

fn text(codes: &[i8], members: &[String]) -> Result<ArrayRef, Box<dyn Error>> {
    let members = StringArray::from_iter_values(members);
    let codes = Int8Array::from(codes.to_vec());
    Ok(Arc::new(DictionaryArray::<Int8Type>::try_new(
        codes,
        Arc::new(members),
    )?))
}

fn untouched(
    kind: &DataType,
    rows: usize,
    random: &mut Random,
) -> Result<ArrayRef, Box<dyn Error>> {
    let mut numbers = (0..rows).map(|_| random.below(20_000));
    match kind {
        DataType::Int32 => Ok(Arc::new(Int32Array::from_iter_values(
            numbers.map(|number| number as i32),
        ))),
        DataType::Float64 => Ok(Arc::new(Float64Array::from_iter_values(
            numbers.map(|number| f64::from(number) / 100.0),
        ))),
        _ => {
            let codes: Vec<i8> = numbers.by_ref().map(|number| (number % 22) as i8).collect();
            text(&codes, &names::diagnosis_groups())
        }
    }
}

/// A file that grows by a batch at a time.
pub(crate) struct Writer(FileWriter<BufWriter<File>>);

impl Writer {
    pub(crate) fn begin(file: BufWriter<File>, schema: &Schema) -> Result<Self, Box<dyn Error>> {
        let options = IpcWriteOptions::try_new(ALIGNMENT, false, MetadataVersion::V5)?;
        Ok(Self(FileWriter::try_new_with_options(
            file, schema, options,
        )?))
    }

    pub(crate) fn write(&mut self, batch: &RecordBatch) -> Result<(), Box<dyn Error>> {
        Ok(self.0.write(batch)?)
    }

    pub(crate) fn end(mut self) -> Result<(), Box<dyn Error>> {
        Ok(self.0.finish()?)
    }
}
