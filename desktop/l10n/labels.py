"""What the interface calls the codes that the records use; a test holds each table complete."""

from __future__ import annotations

from desktop.l10n.language import N_

KIND = {
    "place": N_("Place"),
    "organisation": N_("Organisation"),
    "person": N_("Person"),
    "programme": N_("Programme"),
    "milestone": N_("Milestone"),
    "figure": N_("Figure"),
    "theme": N_("Theme"),
    "document": N_("Document"),
    "section": N_("Section"),
    "term": N_("Term"),
}

TYPE = {
    "country": N_("Country"),
    "region": N_("Region"),
    "community": N_("Community"),
    "city": N_("City"),
    "government": N_("Government"),
    "ministry": N_("Ministry"),
    "agency": N_("Agency"),
    "federation": N_("Federation"),
    "cluster": N_("Cluster"),
    "company": N_("Company"),
    "funder": N_("Funder"),
    "network": N_("Network"),
    "university": N_("University"),
    "plan": N_("Plan"),
    "agreement": N_("Agreement"),
    "call": N_("Call for projects"),
    "framework": N_("Framework programme"),
    "strategy": N_("Strategy"),
    "scheme": N_("Scheme"),
    "infrastructure": N_("Infrastructure"),
    "event": N_("Event"),
    "value-chain": N_("Value chain"),
    "challenge": N_("Challenge"),
    "priority": N_("Priority"),
    "action": N_("Action"),
    "opportunity": N_("Opportunity"),
    "indicator": N_("Indicator"),
    "abbreviation": N_("Abbreviation"),
    "concept": N_("Concept"),
}

STATUS = {
    "planned": N_("planned"),
    "running": N_("running"),
    "ended": N_("ended"),
    "signed": N_("signed"),
    "launched": N_("launched"),
    "not-stated": N_("not stated"),
}

STATE = {"past": N_("took place"), "planned": N_("planned")}

PILLAR = {
    "g2g": N_("Government to government"),
    "trade": N_("Trade"),
    "innovate": N_("Innovate"),
    "invest": N_("Invest"),
}

# Each relation as read from the record that states it, and from the other end.
RELATION = {
    "part-of": (N_("Part of"), N_("Contains")),
    "located-in": (N_("Located in"), N_("Here")),
    "owned-by": (N_("Owner"), N_("Owns")),
    "takes-part-in": (N_("Takes part in"), N_("Participants")),
    "funded-by": (N_("Funded by"), N_("Funds")),
    "signed-by": (N_("Signed by"), N_("Signed")),
    "led-by": (N_("Led by"), N_("Led")),
    "successor-of": (N_("Successor of"), N_("Succeeded by")),
    "about": (N_("About"), N_("See also")),
}

QUALIFIER = {
    "exact": "{value}",
    "about": N_("about {value}"),
    "more-than": N_("more than {value}"),
    "less-than": N_("less than {value}"),
    "at-least": N_("at least {value}"),
    "at-most": N_("at most {value}"),
    "range": N_("{low} to {value}"),
}
