//! As few heaps as there are processors: what one long document needed does not stay behind in the heap of each thread.

/// Begins again with the setting, under the same process id; an installation that set it keeps its own.
///
/// Where that cannot be done the program goes on without it and takes more memory.
#[cfg(target_os = "linux")]
pub fn few() {
    use std::ffi::OsStr;
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    /// The C library's setting, read when a program begins.
    const HEAPS: &str = "MALLOC_ARENA_MAX";
    /// This program, also after its file was replaced.
    const PROGRAM: &str = "/proc/self/exe";

    if std::env::var_os(HEAPS).is_some() {
        return;
    }
    let heaps = std::thread::available_parallelism().map_or(2, usize::from);
    let mut words = std::env::args_os();
    let name = words.next();
    let mut again = Command::new(PROGRAM);
    again.arg0(name.as_deref().unwrap_or(OsStr::new("pabean"))).args(words).env(HEAPS, heaps.to_string());
    let error = again.exec();
    tracing::warn!(%error, "{HEAPS} is not set");
}

/// Elsewhere the C library has another way.
#[cfg(not(target_os = "linux"))]
pub fn few() {}
