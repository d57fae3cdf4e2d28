"""What goes wrong with services: the leaves of the exception tree that the network makes."""

from __future__ import annotations

from .errors import ArbeidsmigratieError


class ServiceError(ArbeidsmigratieError):
    """A service on the web does not give what was asked; messages never name the parameters of an address."""


class ServiceUnreachableError(ServiceError):
    """No answer arrives, or only a part of it."""

    sentence = (
        "{url} can't be reached: {reason}. Check the network, and the proxy and timeout in QGIS under Settings, "
        "Options, Network; then run again."
    )


class ServiceCertificateError(ServiceError):
    """The certificate of the service does not verify."""

    sentence = (
        "The certificate of {url} can't be trusted, so nothing was fetched. Check the clock of this computer; if your "
        "organisation inspects its traffic, ask it for its root certificate and add that in QGIS under Settings, "
        "Options, Authentication, Manage Certificates, Authorities."
    )


class ServiceLoginError(ServiceError):
    """The authentication configuration can't be used."""

    sentence = (
        "QGIS can't use the authentication configuration '{authcfg}' for {url}: give the master password when QGIS "
        "asks for it, or choose another configuration in the settings of the services."
    )


class ServiceRefusedError(ServiceError):
    """The service answers that it won't do what was asked."""

    sentence = (
        "{url} refused the request (HTTP {status}): {reason}. Check the address of the service and your rights to it; "
        "if these are right, report this message."
    )


class ServiceBusyError(ServiceError):
    """The service is overloaded or out of order, also after several tries."""

    sentence = "{url} is overloaded or out of order (HTTP {status}: {reason}). Run again {when}."


class ServiceMovedError(ServiceError):
    """There is nothing, or nothing any more, at the address."""

    sentence = "There is nothing (any more) at {url}. {remedy}"


class ServiceAnswerError(ServiceError):
    """The answer is something else than was asked."""

    sentence = (
        "{url} answered with {found} instead of {expected}. Check the address of the service, and whether a proxy or a "
        "log-in page stands in between; otherwise run again later."
    )


class ServiceTooLargeError(ServiceError):
    """The answer is larger than is sensible for this request."""

    sentence = (
        "{url} answered with more than {size} MB, which can't be right: nothing was kept. Ask for a smaller area."
    )
