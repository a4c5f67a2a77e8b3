"""What two runs that are looked at together are called."""

from latentlab.explore.scene import Scene


def names_of(scene: Scene, other: Scene) -> tuple[str, str]:
    """By their objectives where those differ, else by their folders, else by the steps of their weights."""
    for both in (
        (scene.config.objective_title, other.config.objective_title),
        (scene.run_path.resolve().name, other.run_path.resolve().name),
    ):
        if both[0] != both[1]:
            return both
    return f"step {scene.step:,}", f"step {other.step:,}"
