### Machine translation; it awaits review by a native speaker. The words used are listed in public.ftl.

embed-of = Quan hệ đối tác của { $city }
embed-from = { $site } công bố
embed-as-of = tính đến ngày { $date }
embed-withdrawn = Quan hệ đối tác này đã được rút lại
embed-withdrawn-on = Quan hệ này từng được công bố tại đây và đã được rút lại ngày { $date }.
embed-missing = Ở đây không có gì để hiển thị
embed-missing-why = Địa chỉ của khung này không đúng, hoặc nội dung của nó đã được rút lại từ lâu.
