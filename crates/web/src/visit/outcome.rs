//! From the outcome of a use case to what a page does with it.

use app::{App, Error};

use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::FormErrors;
use crate::work;

use super::news::VisitTexts;

/// Runs a use case on a blocking thread. Inner errors are what the visitor can mend; everything else has a page of its own.
pub async fn attempt<T: Send + 'static>(
    web: &Web,
    body: impl FnOnce(&App) -> Result<T, Error> + Send + 'static,
) -> Result<Result<T, Error>, Problem> {
    attempt_at(web, "/beranda", body).await
}

/// The same; when the visitor must first prove again who he is, he comes back to `path`.
pub async fn attempt_at<T: Send + 'static>(
    web: &Web,
    path: &str,
    body: impl FnOnce(&App) -> Result<T, Error> + Send + 'static,
) -> Result<Result<T, Error>, Problem> {
    let app = web.app().clone();
    let outcome = work::run(move || Ok(body(&app))).await?;
    match outcome {
        Ok(value) => Ok(Ok(value)),
        Err(error @ (Error::Findings(_) | Error::Refused(_) | Error::Throttled { .. } | Error::BadCredentials)) => {
            Ok(Err(error))
        }
        Err(Error::Reauthenticate) => Err(Problem::Reauthenticate(path.to_owned())),
        Err(error) => Err(Problem::from(error)),
    }
}

/// The same when the visitor can mend nothing.
pub async fn run<T: Send + 'static>(
    web: &Web,
    body: impl FnOnce(&App) -> Result<T, Error> + Send + 'static,
) -> Result<T, Problem> {
    attempt(web, body).await?.map_err(Problem::from)
}

/// The same for a use case that sets a paper.
pub async fn paper<T: Send + 'static>(
    web: &Web,
    body: impl FnOnce(&App) -> Result<T, Error> + Send + 'static,
) -> Result<T, Problem> {
    let app = web.app().clone();
    work::paper(move || body(&app)).await
}

/// What is wrong, for a form: findings by the name of the field, the rest for the whole form.
pub fn errors_of(error: &Error, lang: Lang) -> FormErrors {
    let t = VisitTexts::of(lang);
    let mut errors = FormErrors::new(lang);
    match error {
        Error::Findings(findings) => {
            for finding in findings {
                errors.add(finding.pointer.to_string(), lang.say(&finding.message));
            }
        }
        Error::Refused(text) => errors.add("", lang.say(text)),
        Error::Throttled { seconds } => {
            errors.add("", fill(t.wait, &[("detik", &seconds.to_string())]));
        }
        Error::BadCredentials => errors.add("", t.bad_credentials),
        _ => errors.add("", t.not_now),
    }
    errors
}
