"""Who may use an installation: athletes, their devices, invites, and limits on guessing."""
