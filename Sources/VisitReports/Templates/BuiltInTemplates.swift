/// The program's own templates.
enum BuiltInTemplates {
    /// The text of a template.
    static func text(of name: TemplateName) -> String {
        switch name {
        case .page: page
        case .style: PageStyle.css
        case .section: section
        case .table: table
        case .plot: plot
        case .drawing: drawing
        case .steps: steps
        case .lists: lists
        case .month: month
        case .scenes: scenes
        }
    }

    private static let page = """
        <!DOCTYPE html>
        <html lang="{{lang}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta name="referrer" content="no-referrer">
        <title>{{title}} · {{subtitle}}</title>
        <style>
        {{{style}}}
        @page { size: A4 {{shape}}; }
        </style>
        </head>
        <body class="{{name}} {{look}} {{shape}}">
        <header class="page">
        <h1>{{title}}</h1>
        <p>{{subtitle}}</p>
        </header>
        <main>
        {{{body}}}</main>
        <footer class="page">
        {{#notes}}
        <p>{{.}}</p>
        {{/notes}}
        {{#sourcesTitle}}
        <h2>{{.}}</h2>
        <ul>
        {{#sources}}
        <li>{{.}}</li>
        {{/sources}}
        </ul>
        {{/sourcesTitle}}
        </footer>
        </body>
        </html>

        """

    private static let section = """
        <section class="{{#isCard}}card{{/isCard}}{{^isCard}}plain{{/isCard}}">
        {{#heading}}
        <h2>{{.}}{{#aside}} <span>{{.}}</span>{{/aside}}</h2>
        {{/heading}}
        {{{body}}}</section>

        """

    private static let table = """
        <div class="scroll" role="region" aria-label="{{title}}" tabindex="0">
        <table>
        <thead><tr>{{#columns}}<th scope="col"{{#kind}} class="{{.}}"{{/kind}}>{{text}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr{{#isTotal}} class="total"{{/isTotal}}>{{#cells}}<td{{#kind}} class="{{.}}"{{/kind}}>\
        {{#isFirst}}{{#hasBoxes}}<span class="box"></span>{{/hasBoxes}}{{/isFirst}}{{text}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>

        """

    private static let plot = """
        <figure class="plot{{#isWide}} wide{{/isWide}}">
        <figcaption>{{title}}</figcaption>
        {{{svg}}}
        {{{body}}}</figure>

        """

    private static let drawing = """
        <figure class="drawing">
        {{{svg}}}
        {{#caption}}
        <figcaption>{{.}}</figcaption>
        {{/caption}}
        </figure>

        """

    private static let steps = """
        <ol class="steps">
        {{#steps}}
        <li class="{{#isMilestone}}milestone{{/isMilestone}}{{^isMilestone}}leg{{/isMilestone}}{{#isVisit}} meeting{{/isVisit}}{{#day}} newday{{/day}}">\
        {{#day}}<span class="day">{{.}}</span>{{/day}}<span class="clock">{{time}}</span>\
        <span class="what">{{words}}{{#remark}} <small>{{.}}</small>{{/remark}}</span></li>
        {{/steps}}
        </ol>

        """

    private static let lists = """
        <div class="facts">
        {{#lists}}
        <section>
        <h3>{{title}}</h3>
        <ul>
        {{#lines}}
        <li{{#hasBoxes}} class="tick"{{/hasBoxes}}>{{#hasBoxes}}<span class="box"></span>{{/hasBoxes}}\
        {{#label}}<span class="label">{{.}}</span> {{/label}}{{words}}{{#dial}} <a href="tel:{{.}}">{{phone}}</a>{{/dial}}</li>
        {{/lines}}
        </ul>
        </section>
        {{/lists}}
        </div>

        """

    private static let month = """
        <table class="month" aria-label="{{title}}">
        <thead><tr>{{#weekdays}}<th scope="col">{{.}}</th>{{/weekdays}}</tr></thead>
        <tbody>
        {{#weeks}}
        <tr>{{#days}}<td class="{{#isOutside}}outside{{/isOutside}}{{#isEmpty}} empty{{/isEmpty}}">\
        {{^isOutside}}<span class="date"><strong>{{number}}</strong> <span class="weekday">{{date}}</span>{{#remark}} <i>{{.}}</i>{{/remark}}</span>\
        {{#entries}}<span class="entry{{#isFirm}} firm{{/isFirm}}">{{#time}}<strong>{{.}}</strong> {{/time}}{{words}}\
        {{#detail}} <small>{{.}}</small>{{/detail}}</span>{{/entries}}{{/isOutside}}</td>{{/days}}</tr>
        {{/weeks}}
        </tbody>
        </table>

        """

    private static let scenes = """
        <ol class="scenes">
        {{#scenes}}
        <li>{{{svg}}}<p>{{#time}}<strong>{{.}}</strong> {{/time}}{{words}}</p></li>
        {{/scenes}}
        </ol>

        """
}
