; What the installer says, in both languages. The pages themselves come translated with NSIS.

!macro Say CODE ENGLISH DUTCH
  LangString ${CODE} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${CODE} ${LANG_DUTCH} "${DUTCH}"
!macroend

!ifdef MACHINE
  !insertmacro Say welcome "This puts ${NAME} ${VERSION} on this computer, for all its users.$\r$\n$\r$\n${NAME} does not use the network. Studies are ordinary files, which you keep where you want." "Hiermee zet u ${NAME} ${VERSION} op deze computer, voor alle gebruikers.$\r$\n$\r$\n${NAME} gebruikt het netwerk niet. Studies zijn gewone bestanden. U bewaart ze waar u wilt."
!else
  !insertmacro Say welcome "This puts ${NAME} ${VERSION} on this computer, for you alone. You do not need an administrator.$\r$\n$\r$\n${NAME} does not use the network. Studies are ordinary files, which you keep where you want." "Hiermee zet u ${NAME} ${VERSION} op deze computer, alleen voor uzelf. U hebt geen beheerder nodig.$\r$\n$\r$\n${NAME} gebruikt het netwerk niet. Studies zijn gewone bestanden. U bewaart ze waar u wilt."
!endif
!insertmacro Say ready "${NAME} is ready" "${NAME} staat klaar"
!insertmacro Say about "Draw life journeys of residents and see where the municipality is absent" "Teken levensreizen van inwoners en zie waar de gemeente afwezig is"
!insertmacro Say study "Levensreis study" "Levensreis-studie"
!insertmacro Say partAssociation "Open ${SUFFIX} files with ${NAME}" "Bestanden met ${SUFFIX} openen met ${NAME}"
!insertmacro Say aboutAssociation "A double-click on a study opens it." "Dubbelklik op een studie om die te openen."
!insertmacro Say partDesktop "Shortcut on the desktop" "Snelkoppeling op het bureaublad"
!insertmacro Say aboutDesktop "Besides the one in the Start menu." "Naast die in het menu Start."
!insertmacro Say running "${NAME} is open. Close its windows, then choose Retry. What you made is kept." "${NAME} staat open. Sluit de vensters en kies daarna Opnieuw. Wat u hebt gemaakt, blijft bewaard."
!insertmacro Say tooOld "${NAME} needs Windows 10 (version 1809) or newer, in the 64-bit version. Nothing was installed." "Voor ${NAME} is Windows 10 (versie 1809) of nieuwer nodig, in de 64-bits versie. Er is niets geïnstalleerd."
!insertmacro Say removesOlder "Removing the version that is there" "De versie die er staat, wordt verwijderd"
!insertmacro Say olderStays "The version that is there could not be removed, so nothing was installed. Remove it in the settings of Windows, then try again." "De versie die er staat, kon niet weg. Daarom is er niets geïnstalleerd. Verwijder die versie bij de instellingen van Windows en probeer het opnieuw."
!insertmacro Say stays "This removes ${NAME}. Your studies, earlier versions of them, your settings and work that is not in a file yet stay on this computer." "Hiermee verwijdert u ${NAME}. Uw studies, eerdere versies daarvan, uw instellingen en werk dat nog niet in een bestand staat, blijven op deze computer."
