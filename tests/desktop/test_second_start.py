"""A14 as a user meets it: a file is opened from the file manager while the program runs."""

from __future__ import annotations

import shutil


def test_A14_a_file_opened_while_the_program_runs_comes_before_the_user_in_that_program(screen, study_file, tmp_path):
    other = tmp_path / "Anders.levensreis"
    shutil.copy(study_file, other)
    first = screen.open(str(study_file), title=study_file.name)
    assert screen.open(str(other), title=other.name).wait(30) == 0
    screen.minimise()
    assert screen.open(str(study_file), title=study_file.name).wait(30) == 0
    screen.minimise()
    assert screen.open(str(study_file), title=study_file.name).wait(30) == 0, "out of the task bar"
    assert first.poll() is None
    first.kill()
    first.wait()
    again = screen.open(str(other), title=other.name)
    assert again.poll() is None, "what a killed program left is in nobody's way"
