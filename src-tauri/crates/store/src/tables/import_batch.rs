//! Import batches: the source rows lie compressed.

use domain::{ImportBatch, ImportBatchId};
use rusqlite::types::Value;

use crate::{
    StoreError, compress,
    field::{Field, Reader},
    row::Row,
};

impl Row for ImportBatch {
    type Id = ImportBatchId;
    const TABLE: &'static str = "import_batch";
    const COLUMNS: &'static [&'static str] = &["id", "file_name", "kind", "time", "rows"];
    const KEYS: usize = 1;
    const ORDER: &'static str = "id";

    fn key(id: &Self::Id) -> Vec<Value> {
        let mut out = Vec::new();
        id.put(&mut out);
        out
    }

    fn values(&self) -> Vec<Value> {
        let mut out = Self::key(&self.id);
        self.file_name.put(&mut out);
        self.kind.put(&mut out);
        self.time.put(&mut out);
        compress::pack(&self.rows).put(&mut out);
        out
    }

    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: reader.take()?,
            file_name: reader.take()?,
            kind: reader.take()?,
            time: reader.take()?,
            rows: compress::unpack("import_batch", &reader.take::<Vec<u8>>()?)?,
        })
    }
}
