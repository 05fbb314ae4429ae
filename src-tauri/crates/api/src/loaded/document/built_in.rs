//! Names that workspaces begin with, in a document's language. What a person has called something stays as it is.

use domain::{Metric, MotionKind, Name, OrganizationKind, RelationshipKind, Stage, ValueKind, Workspace};
use picture::Language;

/// Names everything in `workspace` that still has the name it began with.
pub(super) fn name_in(workspace: &mut Workspace, language: Language) {
    if language == Language::default() {
        return;
    }
    let rename = |name: &mut Name, begun: &Name| {
        if name == begun
            && let Ok(said) = Name::parse(language.say(begun.as_str()))
        {
            *name = said;
        }
    };
    each(
        &mut workspace.organization_kinds,
        &OrganizationKind::built_in(),
        |row| &row.key,
        |row, begun| {
            rename(&mut row.name, &begun.name);
        },
    );
    each(&mut workspace.stages, &Stage::built_in(), |row| &row.key, |row, begun| rename(&mut row.name, &begun.name));
    each(
        &mut workspace.motion_kinds,
        &MotionKind::built_in(),
        |row| &row.key,
        |row, begun| {
            rename(&mut row.name, &begun.name);
        },
    );
    each(
        &mut workspace.relationship_kinds,
        &RelationshipKind::built_in(),
        |row| &row.key,
        |row, begun| {
            rename(&mut row.forward, &begun.forward);
            rename(&mut row.reverse, &begun.reverse);
        },
    );
    if workspace.value_kinds.is_empty() {
        workspace.value_kinds = ValueKind::built_in();
    }
    each(
        &mut workspace.value_kinds,
        &ValueKind::built_in(),
        |row| &row.key,
        |row, begun| {
            rename(&mut row.name, &begun.name);
        },
    );
    each(
        &mut workspace.metrics,
        &Metric::built_in(),
        |row| &row.key,
        |row, begun| {
            rename(&mut row.name, &begun.name);
            if row.definition == begun.definition {
                language.say(&begun.definition).clone_into(&mut row.definition);
            }
        },
    );
}

/// Every row beside the built-in one of its key.
fn each<T>(rows: &mut [T], begun: &[T], key: impl Fn(&T) -> &domain::Key, name: impl Fn(&mut T, &T)) {
    for row in rows {
        if let Some(begun) = begun.iter().find(|begun| key(begun) == key(row)) {
            name(row, begun);
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::{Currency, Function, ProjectionModel};

    use super::*;

    const MODELS: [ProjectionModel; 10] = [
        ProjectionModel::Linear,
        ProjectionModel::SCurve,
        ProjectionModel::Typed,
        ProjectionModel::Ramp,
        ProjectionModel::Gompertz,
        ProjectionModel::Bass,
        ProjectionModel::Cohort,
        ProjectionModel::Seasonal,
        ProjectionModel::Split,
        ProjectionModel::Funnel,
    ];

    fn begun() -> Workspace {
        let name = |name| Name::parse(name).unwrap();
        let mut ids = (1..).map(uuid::Uuid::from_u128);
        Workspace::blank(name("Plan"), name("Us"), Currency::EUR, 1, &mut || ids.next().unwrap())
    }

    /// Everything that has a name of ours, in the order of its lists.
    fn names(workspace: &Workspace) -> Vec<String> {
        let kinds = workspace.organization_kinds.iter().map(|row| row.name.to_string());
        let stages = workspace.stages.iter().map(|row| row.name.to_string());
        let motions = workspace.motion_kinds.iter().map(|row| row.name.to_string());
        let readings =
            workspace.relationship_kinds.iter().flat_map(|row| [row.forward.to_string(), row.reverse.to_string()]);
        let values = workspace.value_kinds.iter().map(|row| row.name.to_string());
        let metrics = workspace.metrics.iter().flat_map(|row| [row.name.to_string(), row.definition.clone()]);
        kinds.chain(stages).chain(motions).chain(readings).chain(values).chain(metrics).collect()
    }

    #[test]
    fn every_language_has_words_for_every_name() {
        for language in press::LANGUAGES.into_iter().filter(|language| *language != "en") {
            let said = &press::words(language).unwrap().phrases().unwrap().said;
            let functions = Function::ALL.map(Function::name);
            let ours = functions.iter().flat_map(|name| [(*name).to_owned(), format!("{name} lead")]);
            let inputs = MODELS.into_iter().flat_map(forecast::inputs_of);
            let ours = ours.chain(inputs.map(|input| input.label.to_owned()));
            let values = ValueKind::built_in().into_iter().map(|kind| kind.name.to_string());
            for name in names(&begun()).into_iter().chain(values).chain(ours) {
                assert!(said.contains_key(&name), "{language} has no words for '{name}'");
            }
        }
    }

    #[test]
    fn what_a_person_called_something_stays() {
        let german = press::words("de").unwrap().language();
        let mut workspace = begun();
        workspace.organization_kinds[1].name = Name::parse("Plug-in makers").unwrap();
        workspace.metrics[0].definition = "What we say it is.".to_owned();
        name_in(&mut workspace, german);
        let kinds: Vec<&str> = workspace.organization_kinds.iter().map(|kind| kind.name.as_str()).collect();
        assert_eq!(kinds, ["Marke", "Plug-in makers", "Reseller", "Affiliate"]);
        let revenue = &workspace.metrics[0];
        let told = (revenue.name.as_str(), revenue.definition.as_str());
        assert_eq!(told, ("Von Partnern beeinflusster Umsatz", "What we say it is."));
        let mut english = begun();
        name_in(&mut english, Language::default());
        assert_eq!(names(&english), names(&begun()));
    }
}
