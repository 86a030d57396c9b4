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
