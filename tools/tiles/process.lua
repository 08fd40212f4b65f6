-- What goes into the tiles. `kind` is what the style tells apart:
--   major, middle, minor, service, path, steps, motorway; with `name` where there is one.

node_keys = { "highway=street_lamp" }

-- kind, and the zoom from which it is drawn
local streets = {
    motorway = { "motorway", 9 }, motorway_link = { "motorway", 11 },
    trunk = { "major", 9 }, trunk_link = { "major", 11 },
    primary = { "major", 10 }, primary_link = { "major", 12 },
    secondary = { "middle", 11 }, secondary_link = { "middle", 12 },
    tertiary = { "middle", 12 }, tertiary_link = { "middle", 13 },
    unclassified = { "minor", 12 }, residential = { "minor", 12 }, living_street = { "minor", 12 },
    road = { "minor", 12 }, busway = { "service", 13 }, service = { "service", 13 }, track = { "service", 13 },
    pedestrian = { "path", 12 }, footway = { "path", 13 }, path = { "path", 13 }, cycleway = { "path", 13 },
    bridleway = { "path", 13 }, platform = { "path", 14 }, steps = { "steps", 13 },
}

local green = {
    leisure = { park = true, garden = true, playground = true, pitch = true, nature_reserve = true, common = true },
    landuse = { grass = true, forest = true, cemetery = true, recreation_ground = true, village_green = true, meadow = true },
    natural = { wood = true, scrub = true, grassland = true, heath = true },
}

local function add_name(object)
    local name = object:Find("name")
    if name ~= "" then
        object:Attribute("name", name)
    end
end

local function is_green(way)
    for key, values in pairs(green) do
        if values[way:Find(key)] then
            return true
        end
    end
    return false
end

local function is_water(way)
    return way:Find("natural") == "water" or way:Find("waterway") == "riverbank" or way:Find("landuse") == "reservoir"
end

local function is_area(way)
    return way:Find("area") == "yes" or way:Find("type") == "multipolygon"
end

function init_function() end
function exit_function() end

function node_function(node)
    node:Layer("lamps", false)
end

function way_function(way)
    local street = streets[way:Find("highway")]
    if street and way:IsClosed() and is_area(way) then
        way:Layer("squares", true)
        add_name(way)
    elseif street then
        way:Layer("streets", false)
        way:MinZoom(street[2])
        way:Attribute("kind", street[1])
        if way:Find("lit") ~= "" then
            way:Attribute("lit", way:Find("lit"))
        end
        add_name(way)
    elseif way:IsClosed() and is_water(way) then
        way:Layer("water", true)
    elseif way:IsClosed() and is_green(way) then
        way:Layer("green", true)
        add_name(way)
    elseif way:Find("waterway") == "river" or way:Find("waterway") == "canal" then
        way:Layer("water", false)
    end
end
