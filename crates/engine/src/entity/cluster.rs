//! Clusters as they grow: which mention belongs to which, and why.

use super::compare::Join;
use super::family::Family;
use super::form::Forms;

/// One thing that the article names.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    pub family: Family,
    /// The forms that were joined, the one it began with first.
    pub forms: Vec<usize>,
}

/// The cluster that a mention was given to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Assignment {
    pub cluster: usize,
    /// None for the form that the cluster began with.
    pub join: Option<Join>,
}

#[derive(Debug)]
pub(super) struct Clusters {
    pub clusters: Vec<Cluster>,
    /// For each mention.
    pub assigned: Vec<Option<Assignment>>,
}

impl Clusters {
    pub fn new(forms: &Forms) -> Self {
        Clusters { clusters: Vec::new(), assigned: vec![None; forms.mentions.len()] }
    }

    /// A new cluster of all mentions of a form.
    pub fn begin(&mut self, forms: &Forms, form: usize) -> usize {
        let cluster = self.begin_empty(forms, form);
        self.put(&forms.forms[form].mentions, cluster, None);
        cluster
    }

    /// A new cluster that some of the form's mentions will be put into.
    pub fn begin_empty(&mut self, forms: &Forms, form: usize) -> usize {
        self.clusters.push(Cluster { family: forms.forms[form].family, forms: vec![form] });
        self.clusters.len() - 1
    }

    /// Puts all mentions of a form into a cluster.
    pub fn join(&mut self, forms: &Forms, form: usize, cluster: usize, join: Join) {
        self.put(&forms.forms[form].mentions, cluster, Some(join));
        self.note(form, cluster);
    }

    /// Puts some mentions of one form into a cluster.
    pub fn join_some(&mut self, form: usize, mentions: &[usize], cluster: usize, join: Join) {
        self.put(mentions, cluster, Some(join));
        self.note(form, cluster);
    }

    /// Puts mentions of the form that a cluster began with into it.
    pub fn put(&mut self, mentions: &[usize], cluster: usize, join: Option<Join>) {
        for &mention in mentions {
            if let Some(assigned) = self.assigned.get_mut(mention) {
                *assigned = Some(Assignment { cluster, join });
            }
        }
    }

    /// Puts the cluster of the second mention into that of the first.
    pub fn merge(&mut self, first: usize, second: usize, join: Join) {
        let cluster_of = |mention: usize| self.assigned[mention].map(|assigned| assigned.cluster);
        let (Some(into), Some(from)) = (cluster_of(first), cluster_of(second)) else { return };
        if into == from {
            return;
        }
        for assigned in self.assigned.iter_mut().flatten().filter(|assigned| assigned.cluster == from) {
            *assigned = Assignment { cluster: into, join: assigned.join.or(Some(join)) };
        }
        for form in std::mem::take(&mut self.clusters[from].forms) {
            self.note(form, into);
        }
    }

    /// The cluster of a form's first mention.
    pub fn of(&self, forms: &Forms, form: usize) -> Option<usize> {
        self.assigned[*forms.forms[form].mentions.first()?].map(|assigned| assigned.cluster)
    }

    fn note(&mut self, form: usize, cluster: usize) {
        if let Some(cluster) = self.clusters.get_mut(cluster)
            && !cluster.forms.contains(&form)
        {
            cluster.forms.push(form);
        }
    }
}
