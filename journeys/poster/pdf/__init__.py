"""From drawings to PDF: the one home of reportlab."""
