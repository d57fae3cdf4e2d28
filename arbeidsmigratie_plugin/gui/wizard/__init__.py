"""The wizard that starts a project, or changes what was said of it."""

from .project import ProjectDialog as ProjectDialog
