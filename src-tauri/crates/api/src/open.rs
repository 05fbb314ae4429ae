//! One open workspace: its file, the chosen scenario, and what was last read and arranged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use domain::{Date, OrganizationId, OrganizationLogo, ScenarioId, ViewId, Workspace};
use picture::logo::Logo;
use picture::map::MapInput;
use store::{BackupPolicy, Handle};

use crate::earlier::{Earlier, Spots, State};
use crate::loaded::{Loaded, ShownWorkspaces, Version};
use crate::wire::{KindForm, MapRequest, MapStyle};
use crate::{App, ErrorReply};

/// An open workspace. Windows that show the same file share it.
pub(crate) struct OpenWorkspace {
    pub(crate) path: PathBuf,
    pub(crate) handle: Handle,
    scenario: Mutex<Option<ScenarioId>>,
    loaded: Mutex<Option<Arc<Loaded>>>,
    version: Mutex<Version>,
    pub(crate) shown: ShownWorkspaces,
    logos: Mutex<Option<Arc<Logos>>>,
    look: Mutex<MapRequest>,
    places: Mutex<BTreeMap<PlacesKey, Places>>,
}

/// The picture that each organization is known by.
pub(crate) type Logos = BTreeMap<OrganizationId, Logo>;

/// Where the map's nodes lay last, so that one more partner moves the others as little as possible.
#[derive(Default)]
struct Places {
    last: Spots,
    zones: Option<layout::Zones>,
    /// What the map showed then, with the places kept in the file: what a layout, or its undo, has changed since is newer.
    state: State,
    earlier: Earlier,
}

impl Places {
    /// The map is about to be arranged in this state: from where it lay when it was so before, or from where it lies now.
    fn enter(&mut self, state: State, pins: &Spots) {
        if self.state == state {
            return;
        }
        let left = std::mem::replace(&mut self.state, state);
        let known = self.earlier.find(&self.state);
        self.earlier.keep(left.clone(), self.last.clone(), self.zones);
        if let Some((spots, zones)) = known {
            self.last.extend(spots);
            self.zones = zones;
            return;
        }
        let (before, kept) = (&left.kept, &self.state.kept);
        if before == kept {
            return;
        }
        // A pin takes the place of a kept one; any other that is gone was taken back with its layout.
        self.last.retain(|id, _| kept.contains_key(id) || pins.contains_key(id) || !before.contains_key(id));
        let is_newer = |id, at| before.get(id) != Some(at) && self.last.get(id) != Some(at);
        let newer: Vec<_> = kept.iter().filter(|(id, at)| is_newer(id, at)).collect();
        if kept.is_empty() || !newer.is_empty() {
            self.zones = None;
        }
        self.last.extend(newer);
    }
}

/// What has places of its own: a style, a view, from whom it is seen, and quadrants beside lanes.
type PlacesKey = (MapStyle, Option<ViewId>, Option<OrganizationId>, bool);

fn key(look: &MapRequest) -> PlacesKey {
    let quadrants = look.settings.form == Some(KindForm::Quadrants);
    (look.style, look.view, look.settings.center, quadrants)
}

impl OpenWorkspace {
    fn new(path: &Path, handle: Handle) -> Arc<Self> {
        Arc::new(Self {
            path: path.to_owned(),
            handle,
            scenario: Mutex::default(),
            loaded: Mutex::default(),
            version: Mutex::default(),
            shown: ShownWorkspaces::default(),
            logos: Mutex::default(),
            look: Mutex::default(),
            places: Mutex::default(),
        })
    }

    /// What the file holds now, read once between two changes.
    pub(crate) fn loaded(&self, today: Date) -> Result<Arc<Loaded>, ErrorReply> {
        let scenario = self.scenario();
        let mut kept = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(loaded) = kept.as_ref().filter(|loaded| loaded.scenario == scenario && loaded.today == today) {
            return Ok(loaded.clone());
        }
        let version = self.version();
        let (workspace, undo, redo) = self.handle.with(|file| (file.read(), file.can_undo(), file.can_redo()))?;
        let workspace = workspace?;
        // One that was removed, or whose making was undone, gives way to Expected.
        let scenario = scenario.filter(|id| workspace.scenarios.iter().any(|one| one.id == *id));
        self.choose_scenario(scenario);
        let mut loaded = Loaded::new(workspace, scenario, today, undo, redo);
        loaded.version = version;
        let loaded = Arc::new(loaded);
        *kept = Some(loaded.clone());
        Ok(loaded)
    }

    /// The logos that the file holds now, read once between two changes. One that painters cannot show is left out.
    pub(crate) fn logos(&self) -> Result<Arc<Logos>, ErrorReply> {
        let mut kept = self.logos.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(logos) = kept.as_ref() {
            return Ok(logos.clone());
        }
        let rows = self.handle.with(|file| file.all::<OrganizationLogo>())??;
        let logos = rows.into_iter().filter_map(|row| Some((row.organization, Logo::parse(&row.png).ok()?)));
        let logos = Arc::new(logos.collect::<Logos>());
        *kept = Some(logos.clone());
        Ok(logos)
    }

    /// Forgets what was read: the file has changed, or only its saved documents have.
    pub(crate) fn forget(&self, only_documents: bool) {
        {
            let mut version = self.version.lock().unwrap_or_else(PoisonError::into_inner);
            version.change += 1;
            version.content += u64::from(!only_documents);
        }
        if !only_documents {
            *self.logos.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
        *self.loaded.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Whether something has changed since `loaded` was read.
    pub(crate) fn has_left(&self, loaded: &Loaded) -> bool {
        self.version() != loaded.version
    }

    fn version(&self) -> Version {
        *self.version.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn scenario(&self) -> Option<ScenarioId> {
        *self.scenario.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn choose_scenario(&self, scenario: Option<ScenarioId>) {
        *self.scenario.lock().unwrap_or_else(PoisonError::into_inner) = scenario;
    }

    /// How the map is looked at now.
    pub(crate) fn look(&self) -> MapRequest {
        self.look.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn keep_look(&self, look: MapRequest) {
        *self.look.lock().unwrap_or_else(PoisonError::into_inner) = look;
    }

    /// Where nodes of a look lay last: in this window, or where a layout kept them since. And the zones that belong to
    /// these places.
    pub(crate) fn places(
        &self,
        loaded: &Loaded,
        look: &MapRequest,
        input: &MapInput,
    ) -> (Spots, Option<layout::Zones>) {
        let (kept, pins) = (loaded.places(look.style, look.view), loaded.pins(look.style, look.view));
        let mut all = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let places = all.entry(key(look)).or_default();
        places.enter(State::new(input, kept), &pins);
        if look.tidy_up {
            places.earlier.forget();
        }
        (places.last.clone(), places.zones)
    }

    /// Where nodes of a look lie, as it was remembered last.
    pub(crate) fn spots(&self, look: &MapRequest) -> Spots {
        let all = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&key(look)).map(|places| places.last.clone()).unwrap_or_default()
    }

    /// Remembers where nodes of a look lie; those that it leaves out are remembered where they were.
    pub(crate) fn keep_places(&self, look: &MapRequest, last: Spots, zones: Option<layout::Zones>) {
        let mut all = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let places = all.entry(key(look)).or_default();
        places.last.extend(last);
        places.zones = zones;
    }

    /// Those about to be added will be placed near there, once the map has places at all.
    pub(crate) fn put_near(&self, look: &MapRequest, new: impl Iterator<Item = OrganizationId>, at: (f64, f64)) {
        let mut all = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let places = all.entry(key(look)).or_default();
        if places.zones.is_some() {
            places.last.extend(new.map(|id| (id, at)));
        }
    }

    /// The file's name without its folder.
    pub(crate) fn file_name(&self) -> String {
        crate::files::file_name(&self.path)
    }

    /// Closes the file; what cannot be written any more is lost to nobody, since each step was.
    pub(crate) fn close(&self) {
        let _closed = self.handle.close();
    }
}

impl App {
    pub(crate) fn open_file(&self, path: &Path) -> Result<Arc<OpenWorkspace>, ErrorReply> {
        let open = OpenWorkspace::new(path, Handle::open(path, Some(self.backups()))?);
        self.remember(&open)?;
        Ok(open)
    }

    pub(crate) fn create_whole_file(
        &self,
        path: &Path,
        workspace: Workspace,
        beside_it: store::BesideWorkspace,
    ) -> Result<Arc<OpenWorkspace>, ErrorReply> {
        let handle = Handle::create_with(path, workspace, beside_it, self.origin(), Some(self.backups()))?;
        let open = OpenWorkspace::new(path, handle);
        self.remember(&open)?;
        Ok(open)
    }

    pub(crate) fn create_file(&self, path: &Path, workspace: Workspace) -> Result<Arc<OpenWorkspace>, ErrorReply> {
        let handle = Handle::create(path, workspace, self.origin(), Some(self.backups()))?;
        let open = OpenWorkspace::new(path, handle);
        self.remember(&open)?;
        Ok(open)
    }

    fn backups(&self) -> BackupPolicy {
        BackupPolicy { folder: self.folders.data.join("backups") }
    }
}
