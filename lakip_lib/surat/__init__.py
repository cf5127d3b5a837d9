"""Letters and sheets of the procedure: one model, `Naskah`, set as DOCX and as PDF; one builder a letter."""
