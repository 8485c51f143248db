"""Every change to a study is an Edit; every verb is a pure function (document, …) -> Edit, one file per noun."""
