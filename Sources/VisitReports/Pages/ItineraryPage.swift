import Mustache

extension PageTemplate {
    /// The body of a household's itinerary.
    static let itinerary = PageTemplate(
        """
        {{#cards}}
        <article class="card">
        <h2>{{date}} {{#time}}<span>{{.}}</span>{{/time}}</h2>
        <p class="who">{{people}}</p>
        <p>{{prison}} · {{form}}</p>
        <p class="state{{#isFirm}} firm{{/isFirm}}">{{firmness}}</p>
        <ol class="steps">
        {{#steps}}
        <li class="{{#isMilestone}}milestone{{/isMilestone}}{{^isMilestone}}leg{{/isMilestone}}{{#isVisit}} meeting{{/isVisit}}{{#day}} newday{{/day}}">\
        {{#day}}<span class="day">{{.}}</span>{{/day}}<span class="clock">{{time}}</span>\
        <span class="what">{{words}}{{#remark}} <small>{{.}}</small>{{/remark}}</span></li>
        {{/steps}}
        </ol>
        <div class="facts">
        {{#lists}}
        <section>
        <h3>{{title}}</h3>
        <ul>
        {{#lines}}
        <li><span class="box"></span>{{.}}</li>
        {{/lines}}
        </ul>
        </section>
        {{/lists}}
        <section>
        <h3>{{contactsTitle}}</h3>
        <dl>
        {{#contacts}}
        <dt>{{role}}</dt>
        <dd>{{name}}{{#dial}} <a href="tel:{{.}}">{{phone}}</a>{{/dial}}</dd>
        {{/contacts}}
        </dl>
        </section>
        {{#remarks}}
        <section>
        <h3>{{title}}</h3>
        {{#lines}}
        <p>{{.}}</p>
        {{/lines}}
        </section>
        {{/remarks}}
        </div>
        </article>
        {{/cards}}
        {{#empty}}
        <p>{{.}}</p>
        {{/empty}}
        {{#notes}}
        <section>
        <h2>{{title}}</h2>
        {{#entries}}
        <div class="note">
        {{#heading}}
        <h3>{{.}}</h3>
        {{/heading}}
        {{#lines}}
        <p>{{.}}</p>
        {{/lines}}
        </div>
        {{/entries}}
        </section>
        {{/notes}}

        """)
}

// What the names in the template stand for. Looking them up by reflection would take several times as long, and a
// household's page is made for every household of the plan.

extension ItineraryCard: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "date": date
        case "time": time
        case "people": people
        case "prison": prison
        case "form": form
        case "isFirm": isFirm
        case "firmness": firmness
        case "steps": steps
        case "lists": lists
        case "contactsTitle": contactsTitle
        case "contacts": contacts
        case "remarks": remarks
        default: nil
        }
    }
}

extension ItineraryCard.Step: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "day": day
        case "time": time
        case "words": words
        case "remark": remark
        case "isMilestone": isMilestone
        case "isVisit": isVisit
        default: nil
        }
    }
}

extension ItineraryCard.Facts: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "lines": lines
        default: nil
        }
    }
}

extension ItineraryCard.Contact: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "role": role
        case "name": self.name
        case "phone": phone
        case "dial": dial
        default: nil
        }
    }
}
