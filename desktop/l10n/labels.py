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
    "disagreement": N_("Disagreement"),
}

# Many of a kind.
KINDS = {
    "place": N_("Places"),
    "organisation": N_("Organisations"),
    "person": N_("People"),
    "programme": N_("Programmes"),
    "milestone": N_("Milestones"),
    "figure": N_("Figures"),
    "theme": N_("Themes"),
    "document": N_("Documents"),
    "section": N_("Sections"),
    "term": N_("Terms"),
    "disagreement": N_("Disagreements"),
}

TYPE = {
    "country": N_("Country"),
    "region": N_("Region"),
    "community": N_("Community"),
    "province": N_("Province"),
    "area": N_("Area"),
    "city": N_("City"),
    "government": N_("Government"),
    "ministry": N_("Ministry"),
    "department": N_("Department"),
    "agency": N_("Agency"),
    "federation": N_("Federation"),
    "cluster": N_("Cluster"),
    "company": N_("Company"),
    "funder": N_("Funder"),
    "network": N_("Network"),
    "university": N_("University"),
    "research-institute": N_("Research institute"),
    "hospital": N_("Hospital"),
    "advisory-body": N_("Advisory body"),
    "european-institution": N_("European institution"),
    "charity": N_("Charity"),
    "plan": N_("Plan"),
    "agreement": N_("Agreement"),
    "call": N_("Call for projects"),
    "framework": N_("Framework programme"),
    "strategy": N_("Strategy"),
    "scheme": N_("Scheme"),
    "infrastructure": N_("Infrastructure"),
    "event": N_("Event"),
    "project": N_("Project"),
    "study": N_("Study"),
    "initiative": N_("Initiative"),
    "value-chain": N_("Value chain"),
    "challenge": N_("Challenge"),
    "priority": N_("Priority"),
    "action": N_("Action"),
    "opportunity": N_("Opportunity"),
    "recommendation": N_("Recommendation"),
    "strength": N_("Strength"),
    "need": N_("Need"),
    "pillar": N_("Pillar"),
    "field": N_("Field"),
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
    "proposed": N_("proposed"),
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
    "led-by": (N_("Led by"), N_("Leading role in")),
    "successor-of": (N_("Successor of"), N_("Succeeded by")),
    "stated-by": (N_("According to"), N_("States")),
    "compares": (N_("Compares"), N_("Compared in")),
    "about": (N_("About"), N_("See also")),
}

QUALIFIER = {
    "exact": "{value}",
    "about": N_("about {value}"),
    "nearly": N_("nearly {value}"),
    "more-than": N_("more than {value}"),
    "less-than": N_("less than {value}"),
    "at-least": N_("at least {value}"),
    "at-most": N_("at most {value}"),
    "range": N_("{low} to {value}"),
}

# The same as a phrase of its own, beside the value.
HEDGE = {
    "exact": N_("exactly as stated"),
    "about": N_("about this value"),
    "nearly": N_("nearly this value"),
    "more-than": N_("more than this value"),
    "less-than": N_("less than this value"),
    "at-least": N_("at least this value"),
    "at-most": N_("at most this value"),
    "range": N_("between these two values"),
}
IN_WORDS = N_("in words, not as a number")

BASIS = {
    "reported": N_("reported"),
    "forecast": N_("forecast"),
    "target": N_("goal"),
}

# Why figures differ.
REASON = {
    "scope": N_("different scope"),
    "date": N_("different date"),
    "method": N_("different method"),
    "not-stated": N_("reason not stated"),
}

# Units that are written around a number; the others have their own rules in each language.
UNIT = {
    "square-metre": N_("{number} m²"),
    "factor": N_("{number} times"),
    "trl": N_("TRL {number}"),
    "rank": N_("No. {number}"),
}

# The parts of a record that may be general knowledge, by their keys in the seeds.
OUTSIDE = {
    "title": N_("the name"),
    "summary": N_("the description"),
    "type": N_("the type"),
    "role": N_("the role"),
    "expansion": N_("what it stands for"),
    "code": N_("the place on the map"),
    "latitude": N_("the coordinates"),
    "longitude": N_("the coordinates"),
    "names": N_("the other names"),
    "competences": N_("who decides what"),
    "scope": N_("the scope"),
    "statement": N_("the value"),
    "links": N_("the links"),
}

# What a record may leave unstated.
PART = {
    "period": N_("period"),
    "date": N_("date"),
    "pillar": N_("pillar"),
    "status": N_("status"),
    "expansion": N_("what it stands for"),
}
