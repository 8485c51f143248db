#!/bin/sh
# Makes dist/levensreis-VERSION-macos.dmg of dist/Levensreis.app. Runs on macOS, after packaging/dev.py freeze.
#
#   packaging/macos/disk_image.sh [--sign "Developer ID Application: NAME (TEAM)"] [--notarise PROFILE]
#
# Without --sign the program carries a signature for this one computer only: elsewhere macOS asks the user to allow it.
# PROFILE is what `xcrun notarytool store-credentials PROFILE` was told; no password stands in this file.
set -eu

cd "$(dirname "$0")/../.."
identity="-"
profile=""
while [ $# -gt 0 ]; do
  case "$1" in
    --sign) identity="$2"; shift 2 ;;
    --notarise) profile="$2"; shift 2 ;;
    *) echo "disk_image.sh: $1 is unknown." >&2; exit 2 ;;
  esac
done
[ "$(uname -s)" = Darwin ] || { echo "disk_image.sh: a disk image is made on macOS." >&2; exit 2; }
app="dist/Levensreis.app"
[ -d "$app" ] || { echo "disk_image.sh: there is no $app. First: python3 packaging/dev.py freeze" >&2; exit 2; }
[ -z "$profile" ] || [ "$identity" != "-" ] || { echo "disk_image.sh: --notarise wants --sign." >&2; exit 2; }

version=$(/usr/libexec/PlistBuddy -c "Print CFBundleShortVersionString" "$app/Contents/Info.plist")
image="dist/levensreis-$version-macos-$(uname -m).dmg"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

# A signature with a trusted time needs a certificate; the one for this computer has neither.
stamp="--timestamp"
[ "$identity" != "-" ] || stamp="--timestamp=none"

# From the inside out: a bundle's signature covers those of its libraries.
find "$app/Contents" -type f \( -name "*.dylib" -o -name "*.so" \) -print0 |
  xargs -0 -n 50 codesign --force "$stamp" --options runtime --sign "$identity"
find "$app/Contents" -type d -name "*.framework" -prune -print0 |
  xargs -0 -n 1 codesign --force "$stamp" --options runtime --sign "$identity"
codesign --force "$stamp" --options runtime --entitlements packaging/macos/entitlements.plist --sign "$identity" "$app"
codesign --verify --deep --strict --verbose=2 "$app"

cp -R "$app" "$stage/"
cp LICENSE "$stage/"
ln -s /Applications "$stage/Applications"
rm -f "$image"
hdiutil create -volname Levensreis -srcfolder "$stage" -fs HFS+ -format ULFO "$image"

if [ "$identity" != "-" ]; then
  codesign --force "$stamp" --sign "$identity" "$image"
fi
if [ -n "$profile" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$profile" --wait
  xcrun stapler staple "$image"
  spctl --assess --type open --context context:primary-signature --verbose "$image"
fi
echo "$image"
