//! What each command does: arguments into calls of `api`, answers into lines.

mod budget;
mod document;
mod figures;
mod forecast;
mod graph;
mod import;
mod landing;
mod layout;
mod network;
mod outcomes;
mod partners;
mod plan;
mod rate;
mod scenario;
mod schedule;
mod simulation;
mod timeline;

use std::path::Path;

use api::commands;
use api::wire::{self, Nothing};
use api::{App, ErrorReply, Folders, NewFile, WindowId};

use crate::arguments::{Arguments, Command, Export, ExportKind, New, Show, Template};
use crate::host::CommandLine;
use crate::print;

/// Runs one command.
pub fn run(arguments: Arguments) -> Result<(), ErrorReply> {
    let today = arguments.today;
    #[cfg(feature = "serve")]
    if let Command::Serve(serve) = arguments.command {
        return crate::serve::serve(serve, today);
    }
    let folders = Folders::of_this_person()
        .ok_or_else(|| ErrorReply::refused("This person has no home folder, where backups are kept: set HOME."))?;
    let session =
        Session { app: App::new(Box::new(CommandLine { today }), folders), window: WindowId("command line".into()) };
    let done = session.command(arguments.command);
    session.app.close_window(&session.window);
    done
}

struct Session {
    app: App,
    window: WindowId,
}

impl Session {
    fn command(&self, command: Command) -> Result<(), ErrorReply> {
        match command {
            Command::New(new) => self.new_file(new),
            Command::Import(import) => self.import(&import),
            Command::Organization(command) => self.organization(command),
            Command::Relationship(command) => self.relationship(command),
            Command::Show(show) => self.show(&show),
            Command::Motion(command) => self.motion(command),
            Command::Task(command) => self.task(command),
            Command::Playbook(command) => self.playbook(command),
            Command::Document(command) => self.document(command),
            Command::Template(Template::Save(save)) => {
                self.open(&save.file)?;
                self.app.save_template(&self.window, &save.out, save.name.0)?;
                print::line(&format!("Wrote {}.", save.out.display()));
                Ok(())
            }
            Command::Budget(command) => self.budget(command),
            Command::Lock(lock) => self.lock(lock),
            Command::Projection(command) => self.projection(command),
            Command::Driver(command) => self.driver(command),
            Command::Scenario(command) => self.scenario(command),
            Command::Solve(solve) => self.solve(solve),
            Command::Rate(command) => self.rate(command),
            Command::Actual(command) => self.actual(command),
            Command::Metric(command) => self.metric(command),
            Command::Variance(variance) => self.variance(&variance),
            Command::Simulate(simulate) => self.simulate(&simulate),
            Command::Target(command) => self.target(command),
            Command::Correlation(command) => self.correlation(command),
            Command::Reforecast(reforecast) => self.reforecast(&reforecast),
            Command::Accuracy(accuracy) => self.accuracy(&accuracy),
            Command::Explain(explain) => self.explain(&explain),
            Command::Reason(command) => self.reason(command),
            Command::Layout(layout) => self.lay_out(&layout),
            Command::Measures(measures) => self.measures(&measures),
            Command::Path(path) => self.path(&path),
            Command::Schedule(schedule) => self.schedule(&schedule),
            Command::Graph(graph) => graph::run(graph),
            Command::Forecast(forecast) => forecast::run(forecast),
            Command::Export(export) => self.export(&export),
            Command::Undo(file) => {
                self.open(&file.file)?;
                let done = commands::workspace::undo(&self.app, &self.window, Nothing {})?;
                print::line(&format!("Undid: {}", done.sentence));
                Ok(())
            }
            Command::Redo(file) => {
                self.open(&file.file)?;
                let done = commands::workspace::redo(&self.app, &self.window, Nothing {})?;
                print::line(&format!("Redid: {}", done.sentence));
                Ok(())
            }
            Command::Check(file) => {
                self.open(&file.file)?;
                print::check(&file.file, &self.app.check(&self.window)?)
            }
            #[cfg(feature = "serve")]
            Command::Serve(_) => Ok(()),
        }
    }

    fn open(&self, file: &Path) -> Result<(), ErrorReply> {
        self.app.open_path(&self.window, file)
    }

    fn new_file(&self, new: New) -> Result<(), ErrorReply> {
        if let Some(from) = &new.from {
            self.app.create_from(&self.window, &new.file, from)?;
            return self.say_made(&new.file);
        }
        let file = NewFile {
            template: new.template,
            name: new.name.map(|name| name.0),
            us: new.us.map(|name| name.0),
            currency: new.currency,
        };
        self.app.create_at(&self.window, &new.file, file)?;
        self.say_made(&new.file)
    }

    fn say_made(&self, file: &Path) -> Result<(), ErrorReply> {
        let state = commands::workspace::state(&self.app, &self.window, Nothing {})?;
        if let Some(state) = state {
            print::line(&format!("Made {}: {}, {} partners.", file.display(), state.name, state.partner_count));
        }
        Ok(())
    }

    /// Everything from here on in that scenario.
    fn choose(&self, name: &str) -> Result<(), ErrorReply> {
        let scenario = self.app.scenario_named(&self.window, name)?;
        commands::workspace::choose_scenario(&self.app, &self.window, wire::ScenarioChoice { scenario })?;
        Ok(())
    }

    fn show(&self, show: &Show) -> Result<(), ErrorReply> {
        self.open(&show.file)?;
        let listing = self.app.listing(&self.window, show.what.into())?;
        let listing = show.filter.as_deref().map_or(Ok(listing.clone()), |filter| listing.filtered(filter))?;
        print::listing(&listing, show.json)
    }

    fn export(&self, export: &Export) -> Result<(), ErrorReply> {
        self.open(&export.file)?;
        if let Some(name) = &export.scenario {
            self.choose(name)?;
        }
        match export.kind {
            ExportKind::Document => self.export_document(export)?,
            ExportKind::Tables => self.app.export_tables(&self.window, &export.out)?,
            ExportKind::Workspace => self.app.export_workspace(&self.window, &export.out)?,
            ExportKind::Calendar => {
                let motion =
                    export.motion.as_deref().map(|name| self.app.motion_named(&self.window, name)).transpose()?;
                self.app.export_calendar(&self.window, &export.out, motion)?;
            }
            ExportKind::Chart => self.chart(export)?,
            ExportKind::Timeline => {
                self.app.export_timeline(&self.window, &export.out, &self.timeline(export)?)?;
            }
            ExportKind::Playbook => {
                let key = self.app.playbook_named(&self.window, export.playbook.as_deref().unwrap_or_default())?;
                self.app.export_playbook(&self.window, &export.out, &key)?;
            }
            ExportKind::Report => {
                self.app.export_report(&self.window, &export.out, audience(export))?;
            }
            ExportKind::Briefs => self.export_briefs(export)?,
            ExportKind::Handover => self.app.hand_over(&self.window, &export.out, audience(export))?,
            ExportKind::Map => self.app.export_map(&self.window, &export.out, &self.picture(export)?)?,
        }
        print::line(&format!("Wrote {}.", export.out.display()));
        Ok(())
    }

    fn picture(&self, export: &Export) -> Result<wire::MapPicture, ErrorReply> {
        let look = export.view.as_deref().map(|name| self.app.saved_look(&self.window, name)).transpose()?;
        Ok(wire::MapPicture {
            format: format(&export.out),
            theme: export.theme.into(),
            scale: export.scale,
            width: None,
            look: wire::MapRequest { audience: audience(export), ..look.unwrap_or_default() },
        })
    }

    /// Says what the step that was just made did.
    fn say_last(&self) -> Result<(), ErrorReply> {
        let state = commands::workspace::state(&self.app, &self.window, Nothing {})?;
        if let Some(sentence) = state.and_then(|state| state.undo) {
            print::line(&format!("{sentence}."));
        }
        Ok(())
    }
}

/// For whom a picture is: for us, where nobody else is named.
fn audience(export: &Export) -> api::Audience {
    export.audience.map_or(api::Audience::Internal, Into::into)
}

/// What a file's name says about its format.
fn format(out: &Path) -> wire::PictureFormat {
    let is_png = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"));
    if is_png { wire::PictureFormat::Png } else { wire::PictureFormat::Svg }
}

fn text(typed: String) -> Result<wire::Text, ErrorReply> {
    wire::Text::try_from(typed).map_err(ErrorReply::refused)
}
