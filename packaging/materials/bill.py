"""Entries as a bill of materials: CycloneDX 1.6, checked by the rules of the format. Lives in the build environment."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from importlib import metadata
from typing import TYPE_CHECKING

# The types of these are not in the development environment, where mypy looks.
from cyclonedx.model import (  # type: ignore[import-not-found]
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    Property,
    XsUri,
)
from cyclonedx.model.bom import Bom  # type: ignore[import-not-found]
from cyclonedx.model.component import Component, ComponentType  # type: ignore[import-not-found]
from cyclonedx.model.license import LicenseAcknowledgement, LicenseExpression  # type: ignore[import-not-found]
from cyclonedx.model.lifecycle import LifecyclePhase, PredefinedLifecycle  # type: ignore[import-not-found]
from cyclonedx.output.json import JsonV1Dot6  # type: ignore[import-not-found]
from cyclonedx.schema import SchemaVersion  # type: ignore[import-not-found]
from cyclonedx.validation.json import JsonStrictValidator  # type: ignore[import-not-found]
from packageurl import PackageURL  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from materials.allowed import Entry

MAKER = "cyclonedx-python-lib"


def written(own: Entry, entries: Sequence[Entry], needs: Mapping[str, Iterable[str]], *, what: str, epoch: int) -> str:
    """The JSON of what `own` is made of; `needs`: who needs whom, by name. Raises ValueError when it is not valid."""
    made = {entry.name: component(entry) for entry in (own, *entries)}
    bom = Bom(components=[made[entry.name] for entry in entries])
    bom.metadata.component = made[own.name]
    bom.metadata.timestamp = dt.datetime.fromtimestamp(epoch, dt.UTC)
    bom.metadata.lifecycles.add(PredefinedLifecycle(phase=LifecyclePhase.BUILD))
    bom.metadata.properties.add(Property(name="levensreis:what", value=what))
    maker = Component(name=MAKER, version=metadata.version(MAKER), type=ComponentType.LIBRARY, bom_ref=MAKER)
    bom.metadata.tools.components.add(maker)
    for name, needed in needs.items():
        bom.register_dependency(made[name], [made[one] for one in needed])
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, f"{what} {epoch} {own} {entries}")
    return checked(JsonV1Dot6(bom).output_as_string(indent=2) + "\n")


def component(entry: Entry, within: str = "") -> Component:
    """An entry and what lies inside it; its reference is the same in every bill."""
    reference = entry.url or "#".join(word for word in (within, f"{entry.name} {entry.version}".strip()) if word)
    spoken = LicenseAcknowledgement.CONCLUDED
    return Component(
        name=entry.name,
        version=entry.version or None,
        type=ComponentType(entry.kind),
        purl=PackageURL.from_string(entry.url) if entry.url else None,
        bom_ref=reference,
        licenses=[LicenseExpression(entry.licence, acknowledgement=spoken)] if entry.licence else [],
        external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(entry.home))]
        if entry.home
        else [],
        cpe=f"cpe:2.3:a:{entry.called}:{entry.version}:*:*:*:*:*:*:*" if entry.called else None,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=entry.digest)] if entry.digest else [],
        components=[component(one, reference) for one in entry.inside],
    )


def checked(text: str) -> str:
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise ValueError(f"the bill of materials breaks the rules of CycloneDX 1.6: {wrong}")
    return text
