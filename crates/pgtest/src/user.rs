//! The server refuses to run as root: when we are root, an ordinary user runs it.

use std::os::unix::fs::{MetadataExt, chown};
use std::path::Path;
use std::process::Command;

use crate::Missing;

/// Who runs the server.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Runner {
    /// Ourselves: we are ordinary.
    Myself,
    /// This user and group.
    Other(u32, u32),
}

impl Runner {
    /// `postgres` or `nobody` when we are root.
    pub(crate) fn find() -> Result<Self, Missing> {
        if std::fs::metadata("/proc/self")?.uid() != 0 {
            return Ok(Self::Myself);
        }
        let users = std::fs::read_to_string("/etc/passwd")?;
        let find = |name: &str| {
            let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
            let mut fields = line.split(':').skip(2);
            Some(Self::Other(fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
        };
        find("postgres").or_else(|| find("nobody")).ok_or_else(|| Missing::new("no user postgres or nobody"))
    }

    /// A command that this user runs.
    pub(crate) fn command(self, program: &Path) -> Command {
        match self {
            Self::Myself => Command::new(program),
            Self::Other(user, group) => {
                let mut command = Command::new("setpriv");
                command.args([format!("--reuid={user}"), format!("--regid={group}"), "--clear-groups".to_owned()]);
                command.arg("--").arg(program);
                command
            }
        }
    }

    /// Gives the directory to this user.
    pub(crate) fn own(self, path: &Path) -> Result<(), Missing> {
        if let Self::Other(user, group) = self {
            chown(path, Some(user), Some(group))?;
        }
        Ok(())
    }

    /// Whether this user can reach the directory.
    pub(crate) fn reaches(self, path: &Path) -> bool {
        let test = self.command(Path::new("test")).arg("-x").arg(path).output();
        test.is_ok_and(|output| output.status.success())
    }
}
