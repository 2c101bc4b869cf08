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
    /// The first file of a choice.
    pub fn first(files: Option<FileList>) -> Option<Given> {
        files?.get(0).map(|file| Given { file })
    }

    /// The first file of a drop, and how many there were.
    pub fn dropped(data: &DataTransfer) -> (Option<Given>, u32) {
        let files = data.files();
        let count = files.as_ref().map_or(0, FileList::length);
        (Given::first(files), count)
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
