//! One table: its text, its rows, its columns.

use csv::StringRecord;
use table::Table;

use crate::{FormatError, Limits, ListLength, Place, Reason, Warning, What};

use super::archive::Archive;
use super::column::{Filled, Filling};
use super::descriptor::{Dialect, Held, Resource, Schema};
use super::schema::Column;
use super::{described, header, malformed, records};

/// How often the number of texts is asked.
const STEP: u64 = 1 << 12;

/// A table on its way.
pub(super) struct Of<'a> {
    pub(super) name: &'a str,
    pub(super) resource: &'a Resource,
    pub(super) limits: &'a Limits,
}

impl Of<'_> {
    pub(super) fn read(
        &self,
        archive: &mut Archive<'_>,
    ) -> Result<(Table, Vec<Warning>), FormatError> {
        let schema: Schema = self.held(archive, self.resource.schema.as_ref())?;
        let dialect: Dialect = self.held(archive, self.resource.dialect.as_ref())?;
        let bytes = self.bytes(archive)?;
        let declared = self.resource.encoding.as_deref();
        let (text, mut warnings) = records::decode(self.name, &bytes, declared)?;
        let filled = self.columns(&text, &schema, &dialect)?;
        let (mut dimensions, mut measures) = (Vec::new(), Vec::new());
        for filling in filled {
            let (filled, own) = filling.finish();
            warnings.extend(own);
            match filled {
                Filled::Dimension(column) => dimensions.push(column),
                Filled::Measure(column) => measures.push(column),
            }
        }
        let table = Table::try_new(self.name, dimensions, measures);
        let table = table.map_err(|_| malformed(self.place(), Reason::NameTwice))?;
        Ok((table, warnings))
    }

    /// A part of the description, which may lie in a member of its own.
    fn held<T>(&self, archive: &mut Archive<'_>, held: Option<&Held<T>>) -> Result<T, FormatError>
    where
        T: Clone + Default + serde::de::DeserializeOwned,
    {
        match held {
            None => Ok(T::default()),
            Some(Held::Here(part)) => Ok(part.clone()),
            Some(Held::Elsewhere(path)) => {
                let bytes = archive.member(path, What::DescriptorBytes)?;
                described(path, &bytes, self.limits)
            }
        }
    }

    /// Files that follow one another, each beginning on a line of its own.
    fn bytes(&self, archive: &mut Archive<'_>) -> Result<Vec<u8>, FormatError> {
        let mut all = Vec::new();
        for path in self.resource.path.each() {
            if !all.is_empty() && !all.ends_with(b"\n") {
                all.push(b'\n');
            }
            let bytes = archive.member(path, What::CsvBytes)?;
            all.extend_from_slice(&bytes);
            self.limits.check(What::CsvBytes, all.len() as u64)?;
        }
        Ok(all)
    }

    fn columns(
        &self,
        text: &str,
        schema: &Schema,
        dialect: &Dialect,
    ) -> Result<Vec<Filling>, FormatError> {
        let mut reader = records::reader(self.name, text, dialect)?;
        let mut above = Vec::new();
        let header_rows = header::rows(dialect);
        self.limits.check(What::TextColumns, header_rows)?;
        let mut record = StringRecord::new();
        for _ in 0..header_rows {
            if self.next(&mut reader, &mut record)? {
                above.push(record.clone());
            }
        }
        let names = (header_rows > 0).then(|| header::names(&above, dialect));
        let mut columns = self.start(names.as_deref(), schema)?;
        let is_untold = columns.is_empty() && names.is_none();
        let mut row_count = 0;
        while self.next(&mut reader, &mut record)? {
            row_count += 1;
            self.limits.check(What::Rows, row_count)?;
            if is_untold && row_count == 1 {
                let names: Vec<String> =
                    (1..=record.len()).map(|it| format!("field{it}")).collect();
                columns = self.start(Some(&names), schema)?;
            }
            self.push(&mut columns, (&record, dialect))?;
            if row_count % STEP == 0 {
                columns.iter().try_for_each(|it| it.check(self.limits))?;
            }
        }
        columns.iter().try_for_each(|it| it.check(self.limits))?;
        Ok(columns)
    }

    fn start(
        &self,
        names: Option<&[String]>,
        schema: &Schema,
    ) -> Result<Vec<Filling>, FormatError> {
        let fields = header::fields(self.name, names, schema)?;
        self.limits.check(What::Columns, fields.len() as u64)?;
        let mut seen = std::collections::BTreeSet::new();
        if let Some(field) = fields.iter().find(|field| !seen.insert(&field.name)) {
            let place = Place {
                column: Some(field.name.clone()),
                ..self.place()
            };
            return Err(malformed(place, Reason::NameTwice));
        }
        let columns = fields
            .iter()
            .map(|field| Column::new(field.clone(), schema));
        Ok(columns.map(Filling::new).collect())
    }

    fn push(
        &self,
        columns: &mut [Filling],
        (record, dialect): (&StringRecord, &Dialect),
    ) -> Result<(), FormatError> {
        let row = record.position().map(csv::Position::line);
        let place = || Place {
            row,
            ..self.place()
        };
        if record.len() != columns.len() {
            let reason = Reason::ListLength(Box::new(ListLength {
                list: self.name.to_owned(),
                found: record.len() as u64,
                expected: columns.len() as u64,
            }));
            return Err(malformed(place(), reason));
        }
        for (column, text) in columns.iter_mut().zip(record) {
            self.limits.check(What::TextBytes, text.len() as u64)?;
            let text = match dialect.skip_initial_space {
                true => text.trim_start(),
                false => text,
            };
            let is_null = dialect.null_sequence.as_deref() == Some(text);
            let pushed = column.push(if is_null { "" } else { text });
            pushed.map_err(|_| {
                let column = Some(column.name().to_owned());
                malformed(Place { column, ..place() }, Reason::Value)
            })?;
        }
        Ok(())
    }

    fn next(
        &self,
        reader: &mut csv::Reader<&[u8]>,
        record: &mut StringRecord,
    ) -> Result<bool, FormatError> {
        reader.read_record(record).map_err(|error| {
            let row = error.position().map(csv::Position::line);
            let place = Place {
                row,
                ..self.place()
            };
            malformed(place, Reason::Other(error.to_string()))
        })
    }

    fn place(&self) -> Place {
        Place::sheet(self.name)
    }
}
