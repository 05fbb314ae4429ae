//! A brief: what one partner is told of the work with us. It names no other partner, and of what is ours to judge it shows
//! what somebody switched on.

use std::collections::BTreeSet;

use domain::{
    Aspect, Character, Contact, Direction, JointObjective, JointPlanField, Money, Motion, NoteKind, Organization,
    OrganizationLogo, OrganizationNames, Owner, Task, TaskOwner,
};
use press::{Brand, BriefContact, BriefFigure, BriefInput, BriefMotion, BriefStep, Logo, Reading};

use super::Writer;
use crate::ErrorReply;
use crate::loaded::Loaded;
use crate::open::OpenWorkspace;
use crate::wire::BriefExtra;

/// What all briefs of one export share.
pub(crate) struct BriefWriter<'a> {
    /// As a partner may see the workspace.
    pub(crate) writer: Writer<'a>,
    /// As we see it: what is switched on comes from here.
    pub(crate) ours: &'a Loaded,
    pub(crate) names: OrganizationNames,
    pub(crate) shown: BTreeSet<BriefExtra>,
}

impl BriefWriter<'_> {
    /// Whom there is a brief for: active companies, and not those that only compete with us.
    pub(crate) fn partners(&self) -> Vec<&Organization> {
        let workspace = &self.writer.loaded.workspace;
        let competes = |partner: &Organization| {
            let mut lines = self.writer.between_us(partner).peekable();
            lines.peek().is_some() && lines.all(|line| line.kind.as_str() == "competes_with")
        };
        let wanted = |partner: &&Organization| partner.active && !partner.placeholder && !competes(partner);
        let mut partners: Vec<&Organization> = workspace.partners().filter(wanted).collect();
        partners.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
        partners
    }

    /// The brief for one of them.
    pub(crate) fn brief(&self, open: &OpenWorkspace, partner: &Organization) -> Result<BriefInput, ErrorReply> {
        let (writer, words) = (&self.writer, self.writer.words);
        let (workspace, settings) = (&writer.loaded.workspace, &writer.printed.settings);
        let us = workspace.us().map(|us| us.name.to_string()).unwrap_or_default();
        let motions = self.joint(partner);
        let date = writer.printed.date();
        let typed = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let mut brief = BriefInput {
            title: words.say("brief_title", &[("us", &us), ("partner", partner.name.as_str())]),
            us,
            partner: partner.name.to_string(),
            author: typed(&settings.author).or_else(|| typed(&settings.preparer.name)),
            date,
            date_text: words.day_with_year(date),
            confidentiality: typed(&settings.confidentiality),
            draft: settings.draft,
            paper: settings.paper,
            brand: self.brand(open, partner)?,
            language: writer.printed.language.clone(),
            together: self.together(partner),
            ours: self.brings(partner, Direction::Give),
            theirs: self.brings(partner, Direction::Get),
            steps: self.steps(partner, &motions),
            figures: self.figures(partner, &motions),
            motions: motions.iter().map(|motion| self.motion(partner, motion)).collect(),
            contacts: self.contacts(partner),
            extras: self.extras(partner, &motions),
            aspects: if self.shows(BriefExtra::Lens) { self.aspects(partner) } else { Vec::new() },
        };
        let own = [partner.id, workspace.settings.us];
        for text in brief.typed_mut() {
            *text = self.names.only(&own, text, words.get("another_partner"));
        }
        Ok(brief)
    }

    fn shows(&self, extra: BriefExtra) -> bool {
        self.shown.contains(&extra)
    }

    /// The partner's logo and ours.
    fn brand(&self, open: &OpenWorkspace, partner: &Organization) -> Result<Brand, ErrorReply> {
        let settings = &self.writer.printed.settings;
        let us = self.writer.loaded.workspace.us();
        let logo = |of: Option<&Organization>| -> Result<Option<Logo>, ErrorReply> {
            let Some(of) = of else { return Ok(None) };
            let id = of.id;
            let row = open.handle.with(move |file| file.get::<OrganizationLogo>(&id))??;
            let png = row.and_then(|row| press::logo_png(&row.png).ok());
            Ok(png.map(|png| Logo::new(of.name.to_string(), png)))
        };
        Ok(Brand { accent: settings.accent.as_str().to_owned(), client: logo(Some(partner))?, preparer: logo(us)? })
    }

    /// The shown motions that the partner takes part in, by their first day.
    fn joint(&self, partner: &Organization) -> Vec<&Motion> {
        let mut motions: Vec<&Motion> =
            self.writer.joint_motions(partner).into_iter().map(|at| self.writer.motions[at]).collect();
        motions.sort_by_key(|motion| (motion.end < self.writer.printed.date(), motion.start, motion.id));
        motions
    }

    /// Why and for whom, then how the two are related.
    fn together(&self, partner: &Organization) -> Vec<String> {
        let (writer, words) = (&self.writer, self.writer.words);
        let text = |field| {
            let rows = &writer.loaded.workspace.joint_plan_texts;
            let row = rows.iter().find(|row| row.organization == partner.id && row.field == field)?;
            Some(row.text.clone())
        };
        let lines = writer.between_us(partner).map(|line| {
            let relation = writer.relation(partner, line);
            words.say("brief_relation", &[("partner", partner.name.as_str()), ("relation", &relation)])
        });
        let since = partner.since.map(|day| words.say("brief_since", &[("month", &words.month(day))]));
        let related: Vec<String> = lines.chain(since).collect();
        let segments = text(JointPlanField::TargetSegments);
        [
            text(JointPlanField::WhyUsTogether),
            text(JointPlanField::ValueProposition),
            Some(related.join(" ")).filter(|said| !said.is_empty()),
            segments.map(|segments| words.say("brief_segments", &[("segments", &segments)])),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn brings(&self, partner: &Organization, direction: Direction) -> Vec<String> {
        let shown =
            |value: &&domain::ValueExchange| self.shows(BriefExtra::Commission) || value.kind.as_str() != "commission";
        let exchanged = self.writer.exchanged(partner, direction).into_iter().filter(shown);
        exchanged.map(|value| self.writer.value_words(value)).collect()
    }

    fn motion(&self, partner: &Organization, motion: &Motion) -> BriefMotion {
        let parts = &self.writer.loaded.workspace.motion_partners;
        let part = parts.iter().find(|part| part.motion == motion.id && part.organization == partner.id);
        BriefMotion {
            name: motion.name.to_string(),
            span: self.writer.span(motion.start, motion.end),
            status: self.writer.words.get(super::motion::status_key(motion.status)).to_owned(),
            role: part.map(|part| part.role.clone()).unwrap_or_default(),
        }
    }

    /// What the partner does, what is to be reached, and what was decided: what is still open of it, by day. Our own tasks stay
    /// ours.
    fn steps(&self, partner: &Organization, motions: &[&Motion]) -> Vec<BriefStep> {
        let (writer, words) = (&self.writer, self.writer.words);
        let workspace = &writer.loaded.workspace;
        let joint = |id| motions.iter().any(|motion| motion.id == id);
        let theirs = |task: &Task| {
            let Some(TaskOwner::Contact(owner)) = task.owner else { return None };
            let contact = workspace.contacts.iter().find(|contact| contact.id == owner)?;
            (joint(task.motion) && !task.done && contact.organization == partner.id).then_some(contact)
        };
        let tasks = workspace.tasks.iter().filter_map(|task| {
            let when = task.due.map(|day| words.say("by_day", &[("day", &words.day(day))])).unwrap_or_default();
            let part = format!("{}, {}", writer.loaded.motion_name(task.motion), theirs(task)?.name);
            Some((task.due, BriefStep { what: task.name.to_string(), part, when }))
        });
        let milestones = workspace.milestones.iter().filter(|mark| joint(mark.motion) && !mark.reached).map(|mark| {
            let part = writer.loaded.motion_name(mark.motion);
            (Some(mark.date), BriefStep { what: mark.name.to_string(), part, when: words.day(mark.date) })
        });
        let decided = |kind| kind == NoteKind::Decision;
        let decisions = workspace.motion_notes.iter().filter(|note| joint(note.motion) && decided(note.kind));
        let decisions = decisions.map(|note| {
            let part = writer.loaded.motion_name(note.motion);
            (Some(note.date), BriefStep { what: note.text.clone(), part, when: words.day(note.date) })
        });
        let mut steps: Vec<_> = tasks.chain(milestones).chain(decisions).collect();
        steps.sort_by(|(a, one), (b, other)| {
            (a.is_none(), a, &one.what, &one.part).cmp(&(b.is_none(), b, &other.what, &other.part))
        });
        steps.into_iter().map(|(_, step)| step).collect()
    }

    /// Joint objectives of this year and later, and the budget of the joint motions, as far as a partner may see them.
    fn figures(&self, partner: &Organization, motions: &[&Motion]) -> Vec<BriefFigure> {
        let loaded = self.writer.loaded;
        let year = loaded.fiscal_year().year;
        let objectives = loaded.plan_objectives(partner.id).into_iter().filter(|objective| objective.year >= year);
        objectives.map(|objective| self.objective(objective)).chain(self.budget(partner, motions)).collect()
    }

    fn objective(&self, objective: &JointObjective) -> BriefFigure {
        let value = objective.target.map(|target| match target.currency {
            Some(currency) => self.writer.language.money_short(Money { minor: target.year(), currency }),
            None => self.writer.language.count(target.year().unsigned_abs()),
        });
        BriefFigure {
            label: objective.name.to_string(),
            value: value.unwrap_or_default(),
            note: self.writer.words.say("brief_year", &[("year", &objective.year.to_string())]),
        }
    }

    fn budget(&self, partner: &Organization, motions: &[&Motion]) -> Option<BriefFigure> {
        let loaded = self.writer.loaded;
        let us = loaded.workspace.settings.us;
        let paid = |id| {
            let payers = motions.iter().flat_map(|motion| loaded.payers_of(motion.id));
            loaded.sum(payers.filter(|payer| payer.id == id).map(|payer| payer.amount))
        };
        let (ours, theirs) = (paid(us), paid(partner.id));
        let both = ours.plus(theirs).ok().filter(|both| both.minor > 0 && theirs.minor > 0)?;
        let words = self.writer.words;
        let share = [("name", partner.name.as_str()), ("amount", &self.writer.language.money_short(theirs))];
        Some(BriefFigure {
            label: words.get("brief_budget").to_owned(),
            value: self.writer.language.money_short(both),
            note: words.say("brief_budget_share", &share),
        })
    }

    /// Who looks after the partner, then its own people.
    fn contacts(&self, partner: &Organization) -> Vec<BriefContact> {
        let workspace = &self.writer.loaded.workspace;
        let at = |role: &str, company: &str| {
            let both = [("role", role), ("company", company)];
            if role.is_empty() { company.to_owned() } else { self.writer.words.say("brief_of", &both) }
        };
        let us = workspace.us().map(|us| us.name.as_str()).unwrap_or_default();
        let ours = partner.owner.and_then(|owner| match owner {
            Owner::Person(id) => workspace.people.iter().find(|person| person.id == id).map(|person| BriefContact {
                name: person.name.to_string(),
                role: at(self.writer.language.say(person.function.name()), us),
                reach: person.email.clone().unwrap_or_default(),
            }),
            Owner::Function(_) => Some(BriefContact {
                name: self.writer.loaded.owner_words(Some(owner)),
                role: us.to_owned(),
                reach: String::new(),
            }),
        });
        let theirs = |contact: &&Contact| contact.organization == partner.id;
        let theirs = workspace.contacts.iter().filter(theirs).map(|contact| BriefContact {
            name: contact.name.to_string(),
            role: at(contact.role.as_deref().unwrap_or_default(), partner.name.as_str()),
            reach: contact.email.clone().unwrap_or_default(),
        });
        ours.into_iter().chain(theirs).collect()
    }

    /// What is ours, where it is switched on.
    fn extras(&self, partner: &Organization, motions: &[&Motion]) -> Vec<Reading> {
        let words = self.writer.words;
        let reading = |key: &str, text: String| Reading { title: words.get(key).to_owned(), text };
        let said = |extra, key, text: &dyn Fn() -> Option<String>| {
            let text = if self.shows(extra) { text() } else { None };
            text.filter(|text| !text.is_empty()).map(|text| reading(key, text))
        };
        let fit = || {
            let mean = self.ours.fit_view(partner.id).mean?;
            Some(words.say("extra_fit_of", &[("mean", &self.writer.language.decimal(mean, 1))]))
        };
        let commission = || {
            let lines = self.writer.between_us(partner).filter_map(|line| self.ours.relationship(line.id).ok());
            let said = |line: &domain::Relationship| {
                let terms = self.ours.commission_terms(line.id).map(|terms| self.writer.commission_terms(terms));
                terms.or_else(|| line.commission.clone())
            };
            Some(lines.filter_map(said).collect::<Vec<_>>().join("; "))
        };
        let notes = || self.ours.workspace.organization(partner.id).map(|own| own.notes.trim().to_owned());
        let lens = said(BriefExtra::Lens, "extra_depth", &|| self.depth(partner));
        let fit = said(BriefExtra::Fit, "extra_fit", &fit);
        let commission = said(BriefExtra::Commission, "extra_commission", &commission);
        let expected = said(BriefExtra::Projections, "extra_projections", &|| Some(self.expected(motions)));
        let notes = said(BriefExtra::Notes, "extra_notes", &notes);
        [lens, fit, commission, expected, notes].into_iter().flatten().collect()
    }

    /// "Strategic, 3.7".
    fn depth(&self, partner: &Organization) -> Option<String> {
        let standing = self.ours.assessment.organization(partner.id)?;
        let character = self.writer.words.get(match standing.character {
            Character::Strategic => "strategic",
            Character::Ecotone => "ecotone",
            Character::Transactional => "transactional",
            Character::Unknown => "unknown",
        });
        Some(standing.depth.map_or_else(
            || character.to_owned(),
            |depth| format!("{character}, {}", self.writer.language.decimal(depth, 1)),
        ))
    }

    fn aspects(&self, partner: &Organization) -> Vec<press::AspectBar> {
        let assessment = &self.ours.assessment;
        let deciding = assessment.organization(partner.id).and_then(|standing| standing.relationship);
        let lens = deciding.and_then(|id| assessment.relationship(id)).map(domain::RelationshipAssessment::lens);
        let bars = |lens: domain::Lens| Aspect::ALL.map(|aspect| self.writer.aspect_bar(aspect, lens.get(aspect)));
        lens.map(bars).into_iter().flatten().collect()
    }

    /// What each joint motion is expected to bring, in the middle of its range.
    fn expected(&self, motions: &[&Motion]) -> String {
        let lines = motions.iter().flat_map(|motion| {
            let brings = self.writer.loaded.projections_of(motion.id).into_iter();
            brings.map(|line| format!("{}: {} {}", motion.name, line.metric_name, line.total_text))
        });
        lines.collect::<Vec<_>>().join("; ")
    }
}
