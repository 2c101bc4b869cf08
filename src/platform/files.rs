//! Files that the reader chose or dropped.

use web_sys::{DataTransfer, File, FileList};

/// A file that was given to us, not yet read.
#[derive(Debug, Clone)]
pub struct Given {
    file: File,
}

impl From<File> for Given {
    fn from(file: File) -> Given {
        Given { file }
    }
}

impl Given {
    /// All files of a drop.
    pub fn dropped(data: &DataTransfer) -> Vec<Given> {
        Given::all(data.files())
    }

    /// All files of a choice.
    pub fn all(files: Option<FileList>) -> Vec<Given> {
        let Some(files) = files else { return Vec::new() };
        (0..files.length()).filter_map(|at| files.get(at)).map(Given::from).collect()
    }

    /// Whether it is of a kind that holds other files or letters.
    pub fn holds_several(&self) -> bool {
        let name = self.name().to_lowercase();
        [".zip", ".mbox"].iter().any(|ending| name.ends_with(ending))
    }

    pub fn is_picture(&self) -> bool {
        self.file.type_().starts_with("image/")
    }

    pub fn name(&self) -> String {
        self.file.name()
    }

    /// In bytes.
    pub fn size(&self) -> u64 {
        self.file.size() as u64
    }

    /// The bytes; none if the file went away or may not be read (a folder, for one).
    pub async fn read(&self) -> Option<Vec<u8>> {
        gloo_file::futures::read_as_bytes(&gloo_file::Blob::from(self.file.clone())).await.ok()
    }
}
