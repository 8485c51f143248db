; The installer for Windows: for one user without rights of an administrator or, built with MACHINE, for all users.
; packaging/installer.py calls makensis with the names of journeys/identity.py and with the lists of files.
;
; Silent:  setup.exe /S [/DESKTOP] [/NOASSOCIATION] [/D=C:\folder]      (/D last, without quotation marks)
; Remove:  uninstall.exe /S
; Codes:   0 done · 1 cancelled by the user · 2 stopped · 3 Levensreis runs · 4 this Windows cannot run it
;          5 the version that is there could not be removed

Unicode true
ManifestDPIAware true
ManifestSupportedOS all
ManifestLongPathAware true
SetCompressor /SOLID lzma
SetDateSave off ; the same files make the same installer, whenever they were written
CRCCheck force
BrandingText "${NAME} ${VERSION}"
Name "${NAME}"
OutFile "${OUT}"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!ifdef MACHINE
  RequestExecutionLevel admin
  InstallDir "$PROGRAMFILES64\${NAME}"
  !define CONTEXT all
  !define ROOT_KEY HKLM
!else
  RequestExecutionLevel user
  InstallDir "$LOCALAPPDATA\Programs\${NAME}"
  !define CONTEXT current
  !define ROOT_KEY HKCU
!endif
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP_ID}"
!define OWN_KEY "Software\${NAME}"
!define CLASSES "Software\Classes"
!define PROGRAM "levensreis-gui.exe"
!define IN_TERMINAL "levensreis.exe"
!define LEAST_BUILD 17763 ; Windows 10 of October 2018: Qt starts on none before it

!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ICONS}/levensreis.ico"
!define MUI_UNICON "${ICONS}/levensreis.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ICONS}/installer-side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${ICONS}/installer-side.bmp"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${ICONS}/installer-head.bmp"
!define MUI_HEADERIMAGE_UNBITMAP "${ICONS}/installer-head.bmp"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_WELCOMEPAGE_TITLE "${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "$(welcome)"
!define MUI_FINISHPAGE_TITLE "$(ready)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(stays)"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first language is the one of a Windows that speaks neither.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Dutch"
!include "words.nsh"

VIProductVersion "${NUMBERS}"
!macro About LANGUAGE_ID TEXT
  VIAddVersionKey /LANG=${LANGUAGE_ID} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE_ID} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE_ID} "FileDescription" "${TEXT}"
  VIAddVersionKey /LANG=${LANGUAGE_ID} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE_ID} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE_ID} "LegalCopyright" "${LICENCE}"
!macroend
!insertmacro About ${LANG_ENGLISH} "Installs ${NAME}"
!insertmacro About ${LANG_DUTCH} "Installeert ${NAME}"

; --- Before anything is written

; A running program holds its own file: Windows lets nobody write in it then. PLACE is a folder.
!macro StopWhileRunning PLACE
  ${Do}
    ClearErrors
    ${IfNot} ${FileExists} "${PLACE}\${PROGRAM}"
      ${ExitDo}
    ${EndIf}
    FileOpen $9 "${PLACE}\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $9
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(running)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel 3
      Quit
    ${EndIf}
  ${Loop}
  ClearErrors
!macroend

Function un.onInit
  SetRegView 64
  SetShellVarContext ${CONTEXT}
  !insertmacro StopWhileRunning "$INSTDIR"
FunctionEnd

; --- What can be chosen

Section "${NAME}" PART_PROGRAM
  SectionIn RO
  Call RemoveOlder
  !include "${LISTS}/install.nsh"
  SetOutPath "$INSTDIR"
  File "/oname=document.ico" "${ICONS}/document.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  Call Register
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0 SW_SHOWNORMAL "" "$(about)"
SectionEnd

Section "$(partAssociation)" PART_ASSOCIATION
  Call Associate
SectionEnd

Section /o "$(partDesktop)" PART_DESKTOP
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0 SW_SHOWNORMAL "" "$(about)"
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${PART_PROGRAM} "$(about)"
  !insertmacro MUI_DESCRIPTION_TEXT ${PART_ASSOCIATION} "$(aboutAssociation)"
  !insertmacro MUI_DESCRIPTION_TEXT ${PART_DESKTOP} "$(aboutDesktop)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; What the user did not want, or did want, when the older version came.
Function ChooseAsBefore
  ReadRegStr $1 ${ROOT_KEY} "${CLASSES}\${PROG_ID}" ""
  ${If} $1 == ""
    !insertmacro UnselectSection ${PART_ASSOCIATION}
  ${EndIf}
  ${If} ${FileExists} "$DESKTOP\${NAME}.lnk"
    !insertmacro SelectSection ${PART_DESKTOP}
  ${EndIf}
FunctionEnd

Function HearWishes
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/DESKTOP" $R1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${PART_DESKTOP}
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/NOASSOCIATION" $R1
  ${IfNot} ${Errors}
    !insertmacro UnselectSection ${PART_ASSOCIATION}
  ${EndIf}
  ClearErrors
FunctionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} ${LEAST_BUILD}
    SetErrorLevel 4
    MessageBox MB_OK|MB_ICONSTOP "$(tooOld)" /SD IDOK
    Quit
  ${EndIf}
  SetRegView 64
  SetShellVarContext ${CONTEXT}
  ; A newer version goes where the older one is, unless /D says otherwise.
  ReadRegStr $0 ${ROOT_KEY} "${OWN_KEY}" "InstallDir"
  ${If} $0 != ""
!ifdef MACHINE
  ${AndIf} $INSTDIR == "$PROGRAMFILES64\${NAME}"
!else
  ${AndIf} $INSTDIR == "$LOCALAPPDATA\Programs\${NAME}"
!endif
    StrCpy $INSTDIR $0
  ${EndIf}
  ${If} $0 != ""
    Call ChooseAsBefore
  ${EndIf}
  Call HearWishes
FunctionEnd

; --- The program

; The older version removes what it brought, and nothing else: what stands beside it (portable.txt, data) stays.
Function RemoveOlder
  ReadRegStr $0 ${ROOT_KEY} "${OWN_KEY}" "InstallDir"
  ${If} $0 == ""
    StrCpy $0 $INSTDIR
  ${EndIf}
  !insertmacro StopWhileRunning "$0"
  ${IfNot} ${FileExists} "$0\uninstall.exe"
    Return
  ${EndIf}
  DetailPrint "$(removesOlder)"
  ExecWait '"$0\uninstall.exe" /S _?=$0' $1
  ${If} $1 != 0
    SetErrorLevel 5
    MessageBox MB_OK|MB_ICONSTOP "$(olderStays)" /SD IDOK
    Quit
  ${EndIf}
  Delete "$0\uninstall.exe" ; with _? it runs where it is, so it cannot remove itself
  RMDir "$0"
FunctionEnd

Function Register
  WriteRegStr ${ROOT_KEY} "${OWN_KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr ${ROOT_KEY} "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr ${ROOT_KEY} "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr ${ROOT_KEY} "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr ${ROOT_KEY} "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr ${ROOT_KEY} "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr ${ROOT_KEY} "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr ${ROOT_KEY} "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD ${ROOT_KEY} "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD ${ROOT_KEY} "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD ${ROOT_KEY} "${UNINSTALL_KEY}" "NoRepair" 1
  ; "levensreis" can be typed after Windows+R and in Start-Process.
  WriteRegStr ${ROOT_KEY} "Software\Microsoft\Windows\CurrentVersion\App Paths\${IN_TERMINAL}" "" "$INSTDIR\${IN_TERMINAL}"
  WriteRegStr ${ROOT_KEY} "Software\Microsoft\Windows\CurrentVersion\App Paths\${PROGRAM}" "" "$INSTDIR\${PROGRAM}"
FunctionEnd

; --- Files of ours open with it

Function Associate
  StrCpy $0 '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr ${ROOT_KEY} "${CLASSES}\${PROG_ID}" "" "$(study)"
  WriteRegStr ${ROOT_KEY} "${CLASSES}\${PROG_ID}" "FriendlyTypeName" "$(study)"
  WriteRegStr ${ROOT_KEY} "${CLASSES}\${PROG_ID}\DefaultIcon" "" "$INSTDIR\document.ico"
  WriteRegStr ${ROOT_KEY} "${CLASSES}\${PROG_ID}\shell\open\command" "" "$0"
  ; Another program that owns the suffix keeps it; ours stands in the list then.
  ReadRegStr $1 ${ROOT_KEY} "${CLASSES}\${SUFFIX}" ""
  ${If} $1 == ""
    WriteRegStr ${ROOT_KEY} "${CLASSES}\${SUFFIX}" "" "${PROG_ID}"
  ${EndIf}
  WriteRegStr ${ROOT_KEY} "${CLASSES}\${SUFFIX}" "Content Type" "${MIME_TYPE}"
  WriteRegNone ${ROOT_KEY} "${CLASSES}\${SUFFIX}\OpenWithProgids" "${PROG_ID}"
  WriteRegStr ${ROOT_KEY} "${CLASSES}\Applications\${PROGRAM}" "FriendlyAppName" "${NAME}"
  WriteRegStr ${ROOT_KEY} "${CLASSES}\Applications\${PROGRAM}\shell\open\command" "" "$0"
  WriteRegStr ${ROOT_KEY} "${CLASSES}\Applications\${PROGRAM}\SupportedTypes" "${SUFFIX}" ""
  ; The page with standard apps in the settings of Windows.
  WriteRegStr ${ROOT_KEY} "${OWN_KEY}\Capabilities" "ApplicationName" "${NAME}"
  WriteRegStr ${ROOT_KEY} "${OWN_KEY}\Capabilities" "ApplicationDescription" "$(about)"
  WriteRegStr ${ROOT_KEY} "${OWN_KEY}\Capabilities" "ApplicationIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr ${ROOT_KEY} "${OWN_KEY}\Capabilities\FileAssociations" "${SUFFIX}" "${PROG_ID}"
  WriteRegStr ${ROOT_KEY} "Software\RegisteredApplications" "${NAME}" "${OWN_KEY}\Capabilities"
  ${RefreshShellIcons}
FunctionEnd

; --- Removal: all that was installed and nothing else; studies, settings and work in progress stay

Section "Uninstall"
  !include "${LISTS}/uninstall.nsh"
  Delete "$INSTDIR\document.ico"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ReadRegStr $1 ${ROOT_KEY} "${CLASSES}\${SUFFIX}" ""
  ${If} $1 == "${PROG_ID}"
    DeleteRegValue ${ROOT_KEY} "${CLASSES}\${SUFFIX}" ""
    DeleteRegValue ${ROOT_KEY} "${CLASSES}\${SUFFIX}" "Content Type"
  ${EndIf}
  DeleteRegValue ${ROOT_KEY} "${CLASSES}\${SUFFIX}\OpenWithProgids" "${PROG_ID}"
  DeleteRegKey /ifempty ${ROOT_KEY} "${CLASSES}\${SUFFIX}\OpenWithProgids"
  EnumRegValue $1 ${ROOT_KEY} "${CLASSES}\${SUFFIX}" 0
  ${If} $1 == ""
    DeleteRegKey /ifempty ${ROOT_KEY} "${CLASSES}\${SUFFIX}"
  ${EndIf}
  DeleteRegKey ${ROOT_KEY} "${CLASSES}\${PROG_ID}"
  DeleteRegKey ${ROOT_KEY} "${CLASSES}\Applications\${PROGRAM}"
  DeleteRegKey ${ROOT_KEY} "Software\Microsoft\Windows\CurrentVersion\App Paths\${IN_TERMINAL}"
  DeleteRegKey ${ROOT_KEY} "Software\Microsoft\Windows\CurrentVersion\App Paths\${PROGRAM}"
  DeleteRegValue ${ROOT_KEY} "Software\RegisteredApplications" "${NAME}"
  DeleteRegKey ${ROOT_KEY} "${OWN_KEY}\Capabilities"
  DeleteRegValue ${ROOT_KEY} "${OWN_KEY}" "InstallDir"
  DeleteRegKey /ifempty ${ROOT_KEY} "${OWN_KEY}"
  DeleteRegKey ${ROOT_KEY} "${UNINSTALL_KEY}"
  ${RefreshShellIcons}
  SetErrorLevel 0
SectionEnd
