//! The first page: what this is, where a file goes, and what is promised.

use crate::prelude::*;
use danish::ui::{Shell, shell};

use crate::component::banner::{Banner, Tone};
use crate::component::demos::DemoSection;
use crate::component::drop_zone::DropZone;
use crate::component::promise::Promise;
use crate::component::recent_files::RecentFiles;
use crate::demo::{Demo, Demos};
use crate::desk::{Desk, use_desk};
use crate::words::{language, say};

/// The start page; a link that waits for its file is told here.
#[component]
pub(crate) fn StartPage() -> impl IntoView {
    let desk = use_desk();
    let Demos(demos) = expect_context();
    Effect::new(move |tried: Option<Option<String>>| {
        open_linked_demo(desk, demos, tried.flatten())
    });
    view! {
        <div class="start">
            <div class="start-left">
                <h1 class="start-headline">{say(Shell::StartHeadline)}</h1>
                <LinkedFile />
                <DropZone />
                <RecentFiles />
            </div>
            <div class="start-right">
                <DemoSection demos=demos />
                <Promise />
            </div>
        </div>
        <StepsFooter />
    }
}

/// Opens the demonstration that a link names, once; gives back what was tried.
fn open_linked_demo(
    desk: Desk,
    demos: RwSignal<Option<Vec<Demo>>>,
    tried: Option<String>,
) -> Option<String> {
    let Some(wanted) = desk.wanted_package() else {
        return tried;
    };
    let file = demos.with(|demos| {
        let named = |demo: &&Demo| demo.stem() == wanted;
        demos
            .as_ref()
            .and_then(|demos| demos.iter().find(named))
            .map(|demo| demo.file.clone())
    });
    match file {
        Some(file) if tried.as_ref() != Some(&wanted) => {
            desk.open_demo(file);
            Some(wanted)
        }
        _ => tried,
    }
}

/// Which file a link waits for.
#[component]
fn LinkedFile() -> impl IntoView {
    let desk = use_desk();
    let language = language();
    let wanted = Memo::new(move |_| desk.wanted_package());
    let headline = move || {
        wanted
            .get()
            .map(|wanted| shell::link_needs(&wanted, language.get()))
            .unwrap_or_default()
    };
    let is_waiting =
        Memo::new(move |_| wanted.with(Option::is_some) && desk.work.with(Option::is_none));
    move || {
        is_waiting.get().then(|| {
            view! { <Banner tone=Tone::Remark headline=Signal::derive(headline) text=say(Shell::OpenFileForLink) /> }
        })
    }
}

#[component]
fn StepsFooter() -> impl IntoView {
    let steps = [
        (Shell::StepOpen, Shell::StepOpenText),
        (Shell::StepExplore, Shell::StepExploreText),
        (Shell::StepShare, Shell::StepShareText),
    ];
    let step = |(number, (title, text)): (usize, (Shell, Shell))| {
        view! {
            <li class="step">
                <h2 class="step-title"><span class="step-number">{number + 1}</span>" "{say(title)}</h2>
                <p>{say(text)}</p>
            </li>
        }
    };
    let keys = [
        ("Ctrl O", Shell::KeyOpenFile),
        ("Ctrl Z", Shell::KeyUndo),
        ("D", Shell::KeyDeclaration),
    ];
    let key = |(key, words)| view! { <li><kbd class="key">{key}</kbd>" "{say(words)}</li> };
    view! {
        <footer class="start-footer">
            <ol class="steps">{steps.into_iter().enumerate().map(step).collect_view()}</ol>
            <ul class="start-keys">{keys.into_iter().map(key).collect_view()}</ul>
        </footer>
    }
}
